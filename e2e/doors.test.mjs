// The doors: who comes in by which link or passphrase, and out again.
import assert from "node:assert/strict";
import { overflow, violations } from "./lib/axe.mjs";
import { part, refusal, whole } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";

const passphrase = "ตะเกียง มะม่วง river 7";

for (const lang of ["th", "en"]) {
  story(`a lost link is made anew, and a passphrase opens a role (${lang})`, async (s) => {
    const w = await s.workshop();
    const chair = await s.staff("chair", lang);
    const phone = await s.phone(lang, "school");
    const organiser = await s.person("laptop", lang);
    await organiser.open(w.links.organiser);
    await organiser.page.goto(`/w/${w.id}/links`);
    await organiser.link("doors.page").click();
    await looks(s, organiser, "doors");
    await organiser.sees("doors.here");

    // The chair's link was on a card that got lost.
    chair.expect(refusal(401));
    await within(organiser, "chair").getByText(part(organiser.t("doors.renew"))).first().click();
    await within(organiser, "chair").getByRole("button", { name: part(organiser.t("doors.renew-do")) }).click();
    await organiser.sees("doors.done.link", { who: organiser.t("links.role.chair") });
    await chair.sees("common.live.signed-out");
    assert.equal((await chair.page.request.get(w.links.chair)).status(), 410, "the old link");
    const fresh = await within(organiser, "chair").getByRole("link", { name: /\/s\// }).getAttribute("href");
    assert.notEqual(fresh, w.links.chair);
    await chair.open(fresh);
    assert.match(chair.page.url(), /\/chair$/);
    await phone.page.locator(".live.connected").waitFor(); // nobody else notices

    // A passphrase for the desk: too short first, and what was typed stays.
    organiser.expect(refusal(422));
    const desk = within(organiser, "desk");
    await desk.getByText(part(organiser.t("doors.passphrase-add"))).click();
    const field = desk.getByLabel(whole(organiser.t("doors.passphrase-new", { who: organiser.t("links.role.desk") })));
    await field.fill("aaaaaaaaaaaaaaaa");
    await desk.getByRole("button", { name: part(organiser.t("doors.passphrase-save")) }).click();
    await organiser.alert("refusal.passphrase.too-simple", { least: 5 }).waitFor();
    assert.equal(await field.inputValue(), "aaaaaaaaaaaaaaaa");
    await looks(s, organiser, "doors, refused");
    await field.fill(passphrase);
    await desk.getByRole("button", { name: part(organiser.t("doors.passphrase-save")) }).click();
    await organiser.sees("doors.done.set", { who: organiser.t("links.role.desk") });
    await looks(s, organiser, "doors, set");
    assert.doesNotMatch(await organiser.page.content(), /มะม่วง/, "the passphrase is not shown again");

    // Whoever comes without a session is led to where one signs in.
    const laptop = await s.person("phone", lang);
    laptop.expect(refusal(401), refusal(403));
    await laptop.page.goto(`/w/${w.id}/desk`);
    await laptop.link("doors.sign-in.go").click();
    await looks(s, laptop, "sign-in");
    await laptop.choose("links.role.desk");
    await laptop.field("doors.sign-in.passphrase").fill("not the passphrase");
    await laptop.press("doors.sign-in.send");
    await laptop.alert("refusal.web.wrong-passphrase").waitFor();
    await looks(s, laptop, "sign-in, refused");
    await laptop.field("doors.sign-in.passphrase").fill(passphrase);
    await laptop.press("doors.sign-in.send");
    await laptop.alive();
    assert.match(laptop.page.url(), /\/desk$/);

    // The organiser sees them, and ends their session.
    await organiser.page.goto(`/w/${w.id}/doors`);
    await desk.getByRole("listitem").getByText(part(organiser.t("doors.by.passphrase"))).waitFor();
    await desk.getByRole("button", { name: part(organiser.t("doors.end")) }).click();
    await organiser.sees("doors.done.ended", { who: organiser.t("links.role.desk") });
    await laptop.sees("common.live.signed-out");
  });

  story(`a phone that is handed on tells nothing of whoever had it (${lang})`, async (s) => {
    const w = await s.workshop();
    const phone = await s.phone(lang, "school", { name: "Teacher 1" });
    await phone.link("phone.tab.ask").click();
    await phone.page.getByRole("textbox").first().fill("PLANTED half a question");
    await phone.page.waitForFunction(() => Object.values(localStorage).some((v) => v.includes("PLANTED")));
    const other = await phone.context.newPage();
    await other.goto(`/w/${w.id}`);
    await looks(s, phone, "phone, the way out");
    phone.expect(refusal(401));
    await phone.link("doors.leave.go").click();
    await phone.heading("doors.leave.page").waitFor();
    await looks(s, phone, "leave");
    await phone.press("doors.leave.do");
    await phone.heading("doors.left.page").waitFor();
    await looks(s, phone, "left");
    await phone.page.waitForFunction(() => !Object.values(localStorage).some((v) => v.includes("PLANTED")));
    await other.getByText(part(phone.t("common.live.signed-out"))).first().waitFor();
    const answer = await phone.page.goto(`/w/${w.id}`);
    assert.equal(answer.status(), 401);
    assert.doesNotMatch(await phone.page.content(), /Teacher 1/);
  });
}

/** The card of a role on the organiser's page. */
const within = (organiser, role) => organiser.page.locator(`#${role}`);

/** Looks at a page, also as narrow as a phone: axe-core has nothing to say, and
 * nothing is wider than the window. */
async function looks(s, person, name) {
  const wide = person.page.viewportSize();
  for (const size of [wide, { width: 390, height: 844 }]) {
    await person.page.setViewportSize(size);
    assert.deepEqual([...(await violations(person.page)), ...(await overflow(person.page))], [], `${name}, ${size.width} px`);
    if (process.env.SHOTS) await s.picture(`${name} ${person.lang} ${size.width}`);
  }
  await person.page.setViewportSize(wide);
}
