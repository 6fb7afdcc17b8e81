// The end of the day and after: closing, papers, the record, and the way forward.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { refusal } from "./lib/browser.mjs";
import { run } from "./lib/server.mjs";
import { story } from "./lib/story.mjs";
import { agree, at } from "./lib/workshop.mjs";

story("nothing closes as agreed that nobody has taken on; then the papers are there", async (s) => {
  const w = await s.workshop();
  await agree(await w.staff("chair"), await w.participants(3, "officer"), 1);
  const chair = await s.staff("chair", "en");
  const phone = await s.phone("th", "โรงเรียน");

  chair.expect(refusal(422));
  await chair.sees("name an owner, a first step and a date for: 1");
  await close(chair);
  await chair.page.getByRole("alert").getByText(chair.t("refusal.workshop.no-action", { recommendations: 1 })).waitFor();
  await chair.press("Cancel");

  await takeOn(chair);
  await chair.gone("name an owner, a first step and a date for: 1");
  await close(chair);
  await chair.sees("The workshop is closed");
  await phone.sees(phone.t("phone.closed"));

  await papers(phone, "ภาษาไทย", "ให้โรงเรียนประถมของรัฐทุกแห่ง");
  await papers(phone, "ภาษาอังกฤษ", "Name one enrolment contact in every public primary school");
  const record = await download(phone, () => phone.page.getByRole("link", { name: phone.t("phone.record") }).click());
  const verify = run(["verify", record.path]);
  assert.equal(await verify.gone, 0, "the record is intact");
  assert.match(verify.output().out, /^intact: workshop w_\w+, \d+ events, head [0-9a-f]+/);
});

story("the owner of an action reports by one link, without signing in", async (s) => {
  const w = await s.workshop();
  const staff = await w.staff("chair");
  const recommendation = await agree(staff, await w.participants(3, "officer"), 1);
  const row = { action: "Name the contacts", lead: "Education office", firstStep: "Letter to all schools", firstStepBy: day(10), due: day(60) };
  await staff.do("action.put", { recommendation, row });
  await staff.do("workshop.close");

  const organiser = await s.staff("organiser", "en");
  await organiser.page.getByRole("link", { name: organiser.t("chair.links") }).click();
  const link = await organiser.page.getByRole("link", { name: /\/f\// }).getAttribute("href");

  const owner = await s.person("phone", "th");
  assert.deepEqual(await owner.context.cookies(), []);
  await owner.open(link, { live: false });
  await owner.sees("Name the contacts");
  await owner.page.getByRole("radio", { name: owner.t("follow.status.started") }).check({ force: true });
  await owner.page.getByLabel(owner.t("follow.note")).fill("ส่งหนังสือถึงโรงเรียนแล้ว");
  await owner.press(owner.t("follow.send"));
  await owner.sees(owner.t("follow.saved"));
  const { actions } = await staff.topic("groups");
  assert.deepEqual([actions[0].status, actions[0].note], ["started", "ส่งหนังสือถึงโรงเรียนแล้ว"]);

  // The link comes back to what was reported; another one says kindly that it is none.
  await owner.open(link, { live: false });
  assert.ok(await owner.page.getByRole("radio", { name: owner.t("follow.status.started") }).isChecked());
  owner.expect(refusal(410));
  const wrong = await owner.page.goto(`${link.slice(0, -4)}AAAA`);
  assert.equal(wrong.status(), 410);
  await owner.sees(owner.t("refusal.web.link-expired"));
  await owner.page.getByRole("link", { name: owner.t("common.to-start") }).waitFor();
});

/** A day from today on in the workshop's zone. */
const day = (n) => at("Etc/GMT", n * 24 * 60).date;

async function close(chair) {
  await chair.press("Close the workshop");
  await chair.press("Close it for good");
}

/** Writes who carries recommendation 1 out. */
async function takeOn(chair) {
  await chair.press("Write who does it");
  for (const [label, words] of [
    ["What is done", "Name the contacts"], ["Owner", "Education office"],
    ["First step", "Letter to all schools"], ["First step by", day(10)], ["Done by", day(60)],
  ]) {
    await chair.page.getByLabel(label, { exact: true }).fill(words);
  }
  await chair.press("Save the row");
}

/** The three papers of a language: the page to read, DOCX and PDF to keep. */
async function papers(phone, language, agreed) {
  const row = phone.page.getByRole("paragraph").filter({ hasText: new RegExp(`^${language}`) });
  for (const [name, magic] of [["DOCX", "PK\u0003\u0004"], ["PDF", "%PDF-"]]) {
    const paper = await download(phone, () => row.getByRole("link", { name, exact: true }).click());
    assert.ok((await readFile(paper.path, "latin1")).startsWith(magic), `${language}: ${paper.name} is ${name}`);
  }
  await row.getByRole("link", { name: phone.t("phone.report.page") }).click();
  await phone.page.getByText(agreed).first().waitFor();
  await phone.page.goBack();
  await phone.alive();
}

async function download(person, click) {
  const [file] = await Promise.all([person.page.waitForEvent("download"), click()]);
  return { path: await file.path(), name: file.suggestedFilename() };
}
