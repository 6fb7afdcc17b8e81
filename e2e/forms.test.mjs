// The forms that work without script say in the page's language, beside the
// field, what is missing; what was typed is still there.
import assert from "node:assert/strict";
import { violations } from "./lib/axe.mjs";
import { part, refusal, whole } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";
import { at, roleGroups } from "./lib/workshop.mjs";

for (const [lang, script] of [["th", false], ["en", true]]) {
  story(`who joins without choosing a group is asked to choose one (${lang})`, async (s) => {
    await s.workshop();
    const phone = await s.person("phone", lang, { javaScriptEnabled: script });
    phone.expect(refusal(422));
    await phone.open(`/j/${s.at.code}`, { live: false });
    await phone.field("join.name").fill("Teacher 1");
    await phone.field("join.alias").fill("ครู");
    await phone.page.getByRole("checkbox", { name: part(phone.t("join.consent.photo")) }).check({ force: true });
    await phone.press("join.send");

    const groups = phone.page.getByRole("radiogroup", { name: whole(phone.t("join.group")) });
    await groups.getByRole("alert").getByText(whole(phone.t("refusal.web.no-role-group"))).waitFor();
    assert.match(await groups.getAttribute("aria-describedby"), / why$/, "who hears the page hears it with the group");
    await groups.locator("input:focus").waitFor({ state: "attached" }); // one can go on at once
    assert.equal(await phone.field("join.name").inputValue(), "Teacher 1");
    assert.equal(await phone.field("join.alias").inputValue(), "ครู");
    assert.ok(await phone.page.getByRole("checkbox", { name: part(phone.t("join.consent.photo")) }).isChecked());
    await looks(s, phone, "join, no group", script);

    await phone.page.getByRole("radio", { name: part(roleGroups.school[lang]) }).check({ force: true });
    await phone.press("join.send");
    await phone.heading("phone.programme").waitFor();
  });

  story(`a report on an action that lacks its status comes back whole (${lang})`, async (s) => {
    const w = await s.workshop();
    const chair = await w.staff("chair");
    const { recommendations } = await chair.topic("texts");
    const row = { action: "Name the contacts", lead: "Education office", firstStep: "Letter", firstStepBy: at("Etc/GMT", 14_400).date, due: at("Etc/GMT", 86_400).date };
    await chair.do("action.put", { recommendation: recommendations[0].id, row });
    await chair.do("workshop.close");
    const organiser = await s.staff("organiser", lang);
    await organiser.page.goto(`/w/${w.id}/links`);
    const link = await organiser.page.getByRole("link", { name: /\/f\// }).getAttribute("href");

    const owner = await s.person("phone", lang);
    owner.expect(refusal(422));
    await owner.open(link, { live: false });
    await owner.field("follow.note").fill("Letters\nare out");
    await owner.page.getByRole("radio").evaluateAll((all) => all.forEach((radio) => (radio.checked = false)));
    await owner.press("follow.send");
    const status = owner.page.getByRole("radiogroup", { name: whole(owner.t("follow.status")) });
    await status.getByRole("alert").getByText(whole(owner.t("common.choice-needed"))).waitFor();
    assert.equal(await owner.field("follow.note").inputValue(), "Letters\nare out");
    await looks(s, owner, "follow, no status");

    await owner.choose("follow.status.done");
    await owner.field("follow.note").evaluate((field) => field.removeAttribute("maxlength"));
    await owner.field("follow.note").fill("x".repeat(4001));
    await owner.press("follow.send");
    await owner.page.getByRole("alert").getByText(part(owner.t("refusal.text.too-long", { limit: "4000" }))).waitFor();
    assert.ok(await owner.page.getByRole("radio", { name: part(owner.t("follow.status.done")) }).isChecked(), "the status is as it was chosen");
    await looks(s, owner, "follow, too long");

    // As much as the field takes is taken, though a form sends a line's end as two characters.
    await owner.field("follow.note").fill(`${"x".repeat(1999)}\n${"x".repeat(2000)}`);
    await owner.press("follow.send");
    await owner.sees("follow.saved");
  });

  story(`an empty passphrase is refused by Sala, not by the browser (${lang})`, async (s) => {
    const w = await s.workshop();
    const organiser = await s.person("laptop", lang, { javaScriptEnabled: script });
    organiser.expect(refusal(422));
    await organiser.open(w.links.organiser, { live: false });
    await organiser.open(`/w/${w.id}/doors`, { live: false });
    const desk = organiser.page.locator("#desk");
    await desk.getByText(part(organiser.t("doors.passphrase-add"))).click();
    await desk.getByRole("button", { name: part(organiser.t("doors.passphrase-save")) }).click();
    await desk.getByRole("alert").getByText(part(organiser.t("refusal.passphrase.too-short", { least: 12 }))).waitFor();
    await desk.locator("input:focus").waitFor(); // where one goes on, and so in the window
    await looks(s, organiser, "doors, empty", script);
  });
}

async function looks(s, person, name, script = true) {
  if (script) assert.deepEqual(await violations(person.page), [], name);
  if (process.env.SHOTS) await s.picture(`${name} ${person.lang}`);
}
