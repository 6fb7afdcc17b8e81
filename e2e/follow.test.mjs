// The end of the day and after: closing, papers, the record, and the way forward.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { part, refusal, whole } from "./lib/browser.mjs";
import { run } from "./lib/server.mjs";
import { story } from "./lib/story.mjs";
import { agree, at, texts } from "./lib/workshop.mjs";

story("nothing closes as agreed that nobody has taken on; then the papers are there", async (s) => {
  const w = await s.workshop();
  await agree(await w.staff("chair"), await w.participants(3, "officer"), 1);
  const chair = await s.staff("chair", "en");
  const phone = await s.phone("th", "school");

  chair.expect(refusal(422));
  await chair.sees("chair.bar-actions", { list: 1 });
  await close(chair);
  await chair.alert("refusal.workshop.no-action", { recommendations: 1 }).waitFor();
  await chair.press("common.cancel");

  await takeOn(chair);
  await chair.gone("chair.bar-actions", { list: 1 });
  await close(chair);
  await chair.heading("chair.closed").waitFor();
  await phone.heading("phone.closed").waitFor();

  await papers(phone, "th", texts[0].th);
  await papers(phone, "en", texts[0].en);
  const record = await download(phone, phone.link("phone.record"));
  const verify = run(["verify", record.path]);
  assert.equal(await verify.gone, 0, "the record is intact");
  assert.match(verify.output.out, /^intact: workshop w_\w+, \d+ events, head [0-9a-f]+/);
});

story("the owner of an action reports by one link, without signing in", async (s) => {
  const w = await s.workshop();
  const staff = await w.staff("chair");
  const recommendation = await agree(staff, await w.participants(3, "officer"), 1);
  const row = { action: "Name the contacts", lead: "Education office", firstStep: "Letter to all schools", firstStepBy: day(10), due: day(60) };
  await staff.do("action.put", { recommendation, row });
  await staff.do("workshop.close");

  const organiser = await s.staff("organiser", "en");
  await organiser.link("chair.links").click();
  const link = await organiser.page.getByRole("link", { name: /\/f\// }).getAttribute("href");

  const owner = await s.person("phone", "th");
  assert.deepEqual(await owner.context.cookies(), []);
  await owner.open(link, { live: false });
  await owner.reads("Name the contacts");
  await owner.choose("follow.status.started");
  await owner.field("follow.note").fill("ส่งหนังสือถึงโรงเรียนแล้ว");
  await owner.press("follow.send");
  await owner.sees("follow.saved");
  const { actions } = await staff.topic("groups");
  assert.deepEqual([actions[0].status, actions[0].note], ["started", "ส่งหนังสือถึงโรงเรียนแล้ว"]);

  // The link comes back to what was reported; another one says kindly that it is none.
  await owner.open(link, { live: false });
  assert.ok(await owner.page.getByRole("radio", { name: part(owner.t("follow.status.started")) }).isChecked());
  owner.expect(refusal(410));
  const wrong = await owner.page.goto(`${link.slice(0, -4)}AAAA`);
  assert.equal(wrong.status(), 410);
  await owner.sees("refusal.web.link-expired");
  await owner.link("common.to-start").waitFor();
});

/** A date some days from now. */
const day = (n) => at("Etc/GMT", n * 24 * 60).date;

async function close(chair) {
  await chair.press("chair.close");
  await chair.press("chair.close-yes");
}

/** Writes who carries recommendation 1 out. */
async function takeOn(chair) {
  await chair.press("chair.add-action");
  const row = { action: "Name the contacts", lead: "Education office", firstStep: "Letter to all schools", firstStepBy: day(10), due: day(60) };
  for (const [name, words] of Object.entries(row)) await chair.field(`staff.plan.${name}`).fill(words);
  await chair.press("staff.save-row");
}

/** The three papers of a language: the page to read, DOCX and PDF to keep. */
async function papers(phone, lang, agreed) {
  const language = phone.t(`common.language.${lang}`);
  const links = phone.page.getByRole("paragraph").filter({ hasText: part(language) });
  for (const [key, magic] of [["phone.report.docx", "PK\u0003\u0004"], ["phone.report.pdf", "%PDF-"]]) {
    const paper = await download(phone, links.getByRole("link", { name: whole(phone.t(key)) }));
    assert.ok((await readFile(paper.path, "latin1")).startsWith(magic), `${paper.name} is what it says`);
  }
  await links.getByRole("link", { name: whole(phone.t("phone.report.page")) }).click();
  await phone.reads(agreed);
  assert.equal(await phone.page.locator("html").getAttribute("lang"), lang);
  await phone.page.goBack();
  await phone.alive();
}

async function download(person, link) {
  const [file] = await Promise.all([person.page.waitForEvent("download"), link.click()]);
  return { path: await file.path(), name: file.suggestedFilename() };
}
