// The registration desk: people who come, with a name, an alias or none.
import assert from "node:assert/strict";
import { part, refusal, whole } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";
import { roleGroups } from "./lib/workshop.mjs";

story("the desk checks in who joined, and lets a walk-in in who carries on on a phone", async (s) => {
  await s.workshop();
  const desk = await s.staff("desk", "th");
  const early = await s.phone("en", "school", { name: "Teacher 1" });
  await desk.reads("Teacher 1");
  await desk.field("desk.search").fill("teacher");
  await desk.sees("desk.enter-checks-in", { name: "Teacher 1" });
  await desk.page.keyboard.press("Enter");
  await desk.page.getByRole("listitem").filter({ hasText: "Teacher 1" }).getByText(part(desk.t("desk.here"))).waitFor();

  // Somebody who gives an alias and nothing else.
  await desk.field("desk.alias").fill("ผู้ปกครอง 2");
  await desk.page.getByRole("radio", { name: whole(roleGroups.ngo.th) }).check({ force: true });
  const answer = desk.page.waitForResponse((r) => r.url().includes("/walkin"));
  await desk.press("desk.let-in");
  await desk.heading("desk.welcome", { name: "ผู้ปกครอง 2" }).waitFor();
  await desk.page.getByRole("img", { name: whole(desk.t("desk.qr")) }).waitFor();
  const { link } = await (await answer).json();
  const phone = await s.person("phone", "th");
  await phone.open(link);
  await phone.link("phone.tab.me").click();
  assert.equal(await phone.field("phone.alias").inputValue(), "ผู้ปกครอง 2");

  const { people } = await (await s.at.staff("desk")).topic("desk");
  assert.deepEqual(people.map((p) => [p.name, p.group, p.checkedIn]).sort(), [["Teacher 1", "school", true], ["ผู้ปกครอง 2", "ngo", true]].sort());
  assert.doesNotMatch(await early.page.innerText("body"), /ผู้ปกครอง 2/, "people are the desk's to see");
});

story("an introduction is on the projector only for those who allow it, until they are erased", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "en");
  const phone = await s.phone("en", "school", { name: "Teacher 1" });
  await chair.press("chair.screen.intro");
  await projector.sees("screen.no-intro");
  await phone.link("phone.tab.me").click();
  await phone.field("phone.intro.label").fill("I teach pupils from three countries.");
  await phone.button("common.save").first().click();
  await phone.sees("phone.intro.not-shown");
  await phone.button("phone.intro.remove").waitFor();
  await projector.sees("screen.no-intro");

  await phone.page.getByRole("checkbox", { name: part(phone.t("phone.consent.screen")) }).check({ force: true });
  await phone.button("common.save").last().click();
  await phone.sees("phone.profile.saved");
  await projector.reads("I teach pupils from three countries.");

  await phone.press("phone.erase.begin");
  phone.expect(refusal(401)); // its stream may come back before the page is left
  await phone.press("phone.erase.do");
  await projector.sees("screen.no-intro");
  await phone.field("home.code").waitFor(); // erased, and back at the start
});
