// The organiser's list of people: what is taken of it, and how the desk checks
// them in.
import assert from "node:assert/strict";
import { overflow, violations } from "./lib/axe.mjs";
import { part, whole } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";
import { roleGroups } from "./lib/workshop.mjs";

const list = "\ufeffชื่อ-สกุล,หน่วยงาน,กลุ่ม,ภาษา,เบอร์โทรศัพท์\nครู 1,โรงเรียน ก,โรงเรียน,ไทย,081-234-5678\nOfficer 2,Province,Provincial officers,English,081-999-9999\nผู้แทน 3,มูลนิธิ ข,ภาคประชาสังคม,ไทย,\n";

for (const [device, lang] of [["laptop", "th"], ["phone", "en"]]) {
  story(`a list is mapped, expected and checked in with one tap (${device}, ${lang})`, async (s) => {
    const w = await s.workshop();
    const organiser = await s.person(device, lang);
    await organiser.open(w.links.organiser);
    await organiser.open(`/w/${w.id}/desk?as=organiser`);
    await choose(organiser);
    await organiser.sees("desk.list-private");
    assert.doesNotMatch(await organiser.page.innerText("body"), /081-/, "telephones are not even shown");
    assert.deepEqual([...(await violations(organiser.page)), ...(await overflow(organiser.page))], []);

    const asked = organiser.page.waitForRequest((r) => new URL(r.url()).pathname.endsWith("/people"));
    const take = organiser.button("desk.list-take", { n: 3 });
    assert.ok(await take.isDisabled(), "one word of the list is not known yet");
    await organiser.page.getByLabel(whole("“ภาคประชาสังคม”")).selectOption("ngo");
    await take.click();
    await organiser.sees("desk.list-taken", { n: 3, known: 0 });
    assert.doesNotMatch((await asked).postData(), /081-/);

    await choose(organiser);
    await organiser.page.getByLabel(whole("“ภาคประชาสังคม”")).selectOption("ngo");
    await organiser.press("desk.list-take", { n: 3 });
    await organiser.sees("desk.list-taken", { n: 0, known: 3 });

    const desk = await s.staff("desk", "th");
    await desk.sees("desk.expected-too", { n: 3 });
    assert.equal(await desk.page.getByText(part(desk.t("desk.list-choose"))).count(), 0, "the list is the organiser's");
    await desk.button("desk.check-in-name", { name: `Officer 2, ${roleGroups.officer.th}` }).click();
    await desk.page.getByRole("listitem").filter({ hasText: "Officer 2" }).getByText(part(desk.t("desk.here"))).waitFor();
    await desk.sees("desk.expected-too", { n: 2 });
    const { people } = await (await w.staff("desk")).topic("desk");
    assert.deepEqual(people.filter((p) => p.checkedIn).map((p) => [p.name, p.group, p.lang]), [["Officer 2", "officer", "en"]]);

    const byPhone = await s.phone("th", "school", { name: "ครู  1" });
    await byPhone.alive();
    await organiser.sees("desk.perhaps-here"); // and one tap takes the double off the list
    await organiser.press("desk.list-forget-one-named", { name: "ครู 1" });
    await organiser.press("desk.list-forget-one-yes");
    await desk.sees("desk.expected-too", { n: 1 });
    await organiser.gone("desk.perhaps-here");
    assert.deepEqual([...(await violations(organiser.page)), ...(await overflow(organiser.page))], []);

    await organiser.press("desk.list-forget");
    await organiser.press("desk.list-forget-yes");
    await organiser.sees("desk.list-forgotten", { n: 1 });
    await desk.gone("desk.expected-too", { n: 1 });
  });
}

async function choose(organiser) {
  const chosen = organiser.page.waitForEvent("filechooser");
  await organiser.press("desk.list-choose");
  await (await chosen).setFiles([{ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) }]);
}
