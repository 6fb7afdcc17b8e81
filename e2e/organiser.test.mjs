// An organiser turns a concept note into a workshop.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { part, refusal, whole } from "./lib/browser.mjs";
import { root } from "./lib/server.mjs";
import { story } from "./lib/story.mjs";
import { Member } from "./lib/client.mjs";
import { texts } from "./lib/workshop.mjs";

const note = readFileSync(join(root, "internal", "note", "sample", "note.en.txt"), "utf8");
const roles = ["participant", "organiser", "chair", "rapporteur", "interpreter", "desk", "screen"];

story("from the concept note to a workshop with a link for every role", async (s) => {
  const organiser = await s.person("laptop", "en");
  await organiser.open(s.server.setup);
  await drop(organiser, note, "concept-note.txt");
  await organiser.reads("concept-note.txt");

  await understood(organiser);
  await correct(organiser);
  await organiser.press("review.create");
  await organiser.sees("review.before-open", { n: 3 });
  await organiser.press("review.create-now");
  await organiser.heading("links.page").waitFor();

  for (const role of roles) {
    const name = organiser.t("links.qr", { who: organiser.t(`links.role.${role}`) });
    await organiser.page.getByRole("img", { name: whole(name) }).waitFor();
  }
  const link = await organiser.page.getByRole("listitem").filter({ has: organiser.heading("links.role.chair") }).getByRole("link").getAttribute("href");
  await created(s, organiser, link);
});

story("a note that cannot be read is explained, and what was typed stays", async (s) => {
  const organiser = await s.person("laptop", "th");
  await organiser.open(s.server.setup);
  organiser.expect(refusal(422));
  await organiser.field("review.paste").fill("บันทึกของฉัน");
  await drop(organiser, "", "empty.txt");
  await organiser.alert("refusal.note.empty").waitFor();
  await drop(organiser, "\u0000\u0001PNG\u0000".repeat(50), "picture.txt");
  await organiser.alert("refusal.note.binary").waitFor();
  assert.equal(await organiser.field("review.paste").inputValue(), "บันทึกของฉัน");

  // A note without times is read; the programme is written by hand.
  await organiser.field("review.paste").fill("Workshop on schooling\n\nWe meet and talk.");
  await organiser.press("review.paste-read");
  await organiser.sees("review.no-items");
  await organiser.press("review.create");
  await organiser.press("review.create-now");
  await organiser.page.getByRole("alert").filter({ hasText: part(organiser.t("review.not-created")) }).waitFor();
});

/** Drops a file onto the page. */
async function drop(organiser, text, name) {
  const files = await organiser.page.evaluateHandle(([text, name]) => {
    const files = new DataTransfer();
    files.items.add(new File([text], name, { type: "text/plain" }));
    return files;
  }, [text, name]);
  await organiser.text(organiser.t("review.drop")).dispatchEvent("drop", { dataTransfer: files });
}

/** What Sala read: the facts of the note, and its doubts in plain words. */
async function understood(organiser) {
  await organiser.sees("review.items", { n: 15 });
  assert.equal(await organiser.page.getByLabel(part(organiser.t("review.date"))).first().inputValue(), "2014-09-23");
  assert.equal(await cell(organiser, "review.start-of", { what: "Lunch" }).inputValue(), "12:00");
  assert.equal(await cell(organiser, "review.end-of", { what: "Lunch" }).inputValue(), "13:00");
  assert.equal(await cell(organiser, "review.end-of", { what: "Closing" }).inputValue(), "17:00");
  assert.ok(await organiser.page.getByLabel(part(organiser.t("review.draft"))).isChecked(), "marked as a draft");
  const row = organiser.page.getByRole("row").filter({ has: cell(organiser, "review.start-of", { what: "Experience from other places" }) });
  const parts = await row.getByRole("listitem").allInnerTexts();
  assert.deepEqual(parts.map((p) => p.split(" · ")[0]), ["Yokohama, Japan", "Indonesia", "Mae Sot, Thailand"]);
  assert.match(parts[0], /Dr\. Chiho Ogaya, Yokohama National University/);
  await organiser.reads("“12:00-1:00” was read as 12:00-13:00");
  await organiser.reads("“Sureporn Punpuing” and “Sureeporn Punpuing” may be the same person");
  await organiser.reads("“officers of Samut Sakorn Province” should agree on");
  await organiser.sees("review.budget-no-texts", { minutes: 50 });
}

/** The organiser corrects a title, writes two recommendations in both
 * languages, and names the accepting party. */
async function correct(organiser) {
  const [english, thai] = ["en", "th"].map((lang) => organiser.t(`common.language.${lang}`));
  const fill = (label, words) => organiser.page.getByRole("textbox", { name: whole(label) }).fill(words);
  await fill(`${organiser.t("review.title")}, ${thai}`, "การประชุมระดับภูมิภาค");
  await fill(`${organiser.t("review.title-of", { n: 8 })}, ${english}`, "Findings from Samut Sakorn");
  await fill(`${organiser.t("review.title-of", { n: 8 })}, ${thai}`, "ผลการวิจัยจากสมุทรสาคร");
  for (const [i, text] of texts.entries()) {
    await writeOne(organiser);
    const name = organiser.t("common.recommendation", { n: i + 1 });
    await fill(`${name}, ${english}`, text.en);
    await fill(`${name}, ${thai}`, text.th);
  }
  await organiser.sees("review.budget", { minutes: 50, n: 2, each: 25 });
  await organiser.choose("review.accepts", { who: "Local administration" });
  // The note gives no number: a goal settles that doubt.
  await organiser.field("review.goal", { party: "Local administration" }).selectOption("2/3");
}

/** Adds a recommendation. Whoever is in another field before it is drawn is not pulled away. */
async function writeOne(organiser) {
  const button = organiser.page.getByRole("button", { name: whole(organiser.t("review.write-one")) });
  const stayed = await button.evaluate(async (button) => {
    const field = document.querySelector("textarea");
    button.focus();
    button.click();
    field.focus();
    for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame);
    return document.activeElement === field;
  });
  assert.ok(stayed, "the focus was taken away");
}

/** The workshop is what the organiser confirmed. */
async function created(s, organiser, link) {
  const chair = await s.person("laptop", "th");
  await chair.open(link);
  await chair.reads("ผลการวิจัยจากสมุทรสาคร");
  const [, , workshop] = new URL(chair.page.url()).pathname.split("/");
  const member = new Member(s.server.url, "en", workshop, "chair");
  await member.open(link);
  const [day, { recommendations }] = await Promise.all([member.topic("day"), member.topic("texts")]);
  assert.deepEqual([day.items.length, day.accepting, day.items[4].subItems.length], [15, "local", 3]);
  assert.equal(day.items[7].title.en, "Findings from Samut Sakorn");
  assert.deepEqual(recommendations.map((r) => r.segments.map((g) => ({ en: g.wordings.en.text, th: g.wordings.th.text }))), texts.map((t) => [t]));
}

const cell = (organiser, key, args) => organiser.page.getByRole("textbox", { name: whole(organiser.t(key, args)) });
