// A backup was restored: pages that saw what is no longer so let it go.
import assert from "node:assert/strict";
import { cp, rm } from "node:fs/promises";
import { lost, part } from "./lib/browser.mjs";
import { story, until } from "./lib/story.mjs";

story("two tabs show what a restored backup says, however many events follow", async (s) => {
  const w = await s.workshop();
  const rapporteur = await w.staff("rapporteur");
  const chair = await w.staff("chair");
  const phone = await s.phone("th", "officer");
  const backup = `${s.server.dir}-backup`;
  s.t.after(() => rm(backup, { recursive: true, force: true }));
  await rewrite(rapporteur, "ข้อความเดิม");
  phone.expect(lost);
  await s.server.kill();
  await cp(s.server.dir, backup, { recursive: true });
  await s.server.start();

  // What is lost: five edits, which both tabs show.
  const pages = [phone.page, await phone.context.newPage()];
  for (const page of pages) {
    await page.goto(`/w/${w.id}#texts`);
    await page.getByText(phone.t("common.live.connected")).first().waitFor();
  }
  for (let n = 1; n <= 5; n++) await rewrite(rapporteur, `ข้อความที่หายไป ${n}`);
  for (const page of pages) await page.getByText(part("ข้อความที่หายไป 5")).first().waitFor();

  // One tab writes; the backup comes back and passes what was lost.
  await phone.link("phone.tab.ask").click();
  await phone.field("phone.ask.label").fill("ใครจ่ายค่าล่าม");
  await s.server.kill();
  await rm(s.server.dir, { recursive: true });
  await cp(backup, s.server.dir, { recursive: true });
  await s.server.start();
  for (let n = 0; n < 10; n++) await chair.do("screen.show", { mode: n % 2 ? "now" : "questions" });
  await pages[1].getByText(part("ข้อความเดิม")).first().waitFor();
  assert.equal(await pages[1].getByText(part("ข้อความที่หายไป")).count(), 0, "what was lost is still shown");
  assert.equal(await phone.field("phone.ask.label").inputValue(), "ใครจ่ายค่าล่าม", "what was typed stays");
  await phone.press("phone.ask.send");
  await until(async () => (await chair.topic("questions")).questions.length === 1, "the question arrived");
  await phone.link("phone.tab.texts").click();
  await phone.reads("ข้อความเดิม");

  // And what comes now reaches both.
  await rewrite(rapporteur, "ข้อความใหม่");
  for (const page of pages) await page.getByText(part("ข้อความใหม่")).first().waitFor();
});

async function rewrite(rapporteur, text) {
  const [segment] = (await rapporteur.topic("texts")).recommendations[0].segments;
  await rapporteur.do("wording.edit", { segment: segment.id, lang: "th", rev: segment.wordings.th.rev, text });
}
