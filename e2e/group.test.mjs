// Group work: a board and rows of the plan on one phone, shown to the room.
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { part } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";

story("a group fills its sheet, and the room sees it on the projector", async (s) => {
  const w = await s.workshop();
  const staff = await w.staff("chair");
  const [group] = (await staff.topic("groups")).groups;
  const [domain] = group.domains;
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "en");
  const phone = await s.phone("en", "school");

  await phone.link("phone.tab.me").click();
  const seat = phone.page.getByRole("radio", { name: part("Group 1") });
  await phone.page.route(/\/me\?/, async (route) => {
    await setTimeout(600);
    await route.continue();
  });
  await seat.check({ force: true });
  for (let i = 0; i < 12; i++) { // the choice stays while the server's answer is on its way
    assert.ok(await seat.isChecked(), "the chosen group sprang back");
    await setTimeout(50);
  }
  await phone.page.unrouteAll({ behavior: "wait" });
  await phone.link("phone.group.open").click();
  await phone.alive();
  await phone.page.getByRole("heading", { name: part(domain.name.en) }).getByRole("button").click();
  await phone.page.getByRole("button", { name: part(`${phone.t("sheet.add-card")}: ${domain.name.en}`) }).click();
  for (const text of ["Interpreters in the evening", "A place to ask"]) {
    await phone.field("sheet.card").fill(text);
    await phone.press("sheet.add");
    await phone.reads(text);
  }
  await phone.gone("common.waiting-one");
  const cards = phone.page.getByRole("listitem").filter({ has: phone.page.getByRole("paragraph") });
  assert.deepEqual((await cards.getByRole("paragraph").allInnerTexts()).sort(), ["A place to ask", "Interpreters in the evening"]);
  await phone.page.getByRole("navigation", { name: phone.t("sheet.parts") }).getByText(part(phone.t("sheet.plan"))).click();
  await phone.press("sheet.add-row");
  await phone.field("staff.plan.action").fill("Open the help desk");
  await phone.field("staff.plan.lead").fill("Provincial hospital");
  await phone.press("staff.save-row");
  await phone.reads("Open the help desk");
  await phone.reads(phone.t("staff.no-first-step"));

  await chair.press("chair.show");
  await projector.reads("Interpreters in the evening");
  await projector.reads("Open the help desk");

  // Somebody of another group reads, and does not write.
  const other = await s.phone("th", "ngo");
  await other.open(`/w/${w.id}/group/${group.id}`);
  await other.sees("sheet.no-group");
  const intruder = await w.participant("ngo");
  const { status } = await intruder.try("card.add", { group: group.id, domain: domain.id, text: "Not mine" });
  assert.equal(status, 403);
});
