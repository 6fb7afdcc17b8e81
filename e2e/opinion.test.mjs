// Opinions: a room of sixteen says what it agrees with; one of them holds a
// real phone, the others come in by HTTP.
import assert from "node:assert/strict";
import { join } from "node:path";
import { overflow, violations } from "./lib/axe.mjs";
import { lost, whole } from "./lib/browser.mjs";
import { story, until } from "./lib/story.mjs";

const seeds = [
  { en: "School fees keep children away.", th: "ค่าธรรมเนียมทำให้เด็กไม่ได้เรียน" },
  { en: "Every school needs an interpreter.", th: "ทุกโรงเรียนควรมีล่าม" },
  { en: "Lessons should begin at seven.", th: "ควรเริ่มเรียนเจ็ดโมง" },
  { en: "Parents should pay for the bus.", th: "ผู้ปกครองควรจ่ายค่ารถ" },
  { en: "Registers are out of date.", th: "ทะเบียนไม่เป็นปัจจุบัน" },
  { en: "The province should pay.", th: "จังหวัดควรเป็นผู้จ่าย" },
];

story("a room of sixteen collects statements, answers them and sees its map", async (s) => {
  const w = await s.workshop();
  const chair = await s.staff("chair", "en");
  await chair.page.getByText(part(chair, "opinion.few", { n: 15, from: 15 })).waitFor();
  const phone = await s.phone("th", "officer");
  const room = [...(await w.participants(5, "officer")), ...(await w.participants(5, "school")), ...(await w.participants(5, "ngo"))];
  const organiser = await w.staff("organiser");

  // The chair seeds one through the console, the organiser the others.
  await chair.press("opinion.seed");
  for (const lang of ["th", "en"]) await chair.field("opinion.seed-in", { lang: chair.t(`common.language.${lang}`) }).fill(seeds[0][lang]);
  await chair.press("opinion.seed-save");
  await chair.sees("opinion.accepted-count");
  for (const text of seeds.slice(1)) await organiser.do("statement.seed", { text });
  await chair.press("opinion.start");
  await chair.sees("opinion.open-now");

  // A phone answers one statement after the other, in its own language.
  await phone.link("opinion.go").waitFor();
  await look(s, phone, "phone now");
  await phone.link("opinion.go").click();
  await phone.sees("opinion.progress", { n: 0, of: 6 });
  await look(s, phone, "phone one statement");
  for (let n = 1; n <= 3; n++) {
    await phone.press("opinion.agree");
    await phone.sees("opinion.progress", { n, of: 6 });
  }

  // Without a network it goes on, and everything arrives once.
  phone.expect(lost);
  await phone.context.setOffline(true);
  await phone.press("opinion.disagree");
  await phone.press("opinion.pass");
  await phone.sees("common.waiting", { n: 2 });
  await phone.context.setOffline(false);
  await phone.gone("common.waiting", { n: 2 });
  await phone.press("opinion.agree");
  await phone.sees("opinion.all-done");
  await until(async () => (await organiser.topic("opinion")).votes === 6, "six votes, each once");

  // Two proposals: one is taken in and put into the other language, one not.
  await propose(phone, "ควรมีรถรับส่งฟรี");
  await propose(phone, "ผู้ว่าไม่ทำงาน");
  await chair.reads("ผู้ว่าไม่ทำงาน");
  await look(s, chair, "chair queue");
  const waits = (text) => chair.page.getByRole("listitem").filter({ hasText: text });
  await waits("ผู้ว่า").getByRole("button", { name: chair.t("opinion.turn-away") }).click();
  await chair.field("opinion.turn-away-reason").fill("It is about a person.");
  await waits("ผู้ว่า").locator("form").getByRole("button", { name: chair.t("opinion.turn-away") }).click();
  await chair.sees("opinion.away-count");
  await waits("รถรับส่ง").getByRole("button", { name: chair.t("opinion.accept") }).click();
  await chair.sees("opinion.queue-none");
  const [own] = (await organiser.topic("statements")).moderated.filter((st) => st.lang === "th" && st.status === "accepted");
  await organiser.do("statement.translate", { statement: own.id, lang: "en", text: "A free school bus is needed." });
  await phone.reads("It is about a person.");
  await phone.press("opinion.agree");

  // The others answer in two camps, far enough apart that they stay two groups
  // whatever the phone answered: which statements it was shown when is drawn by lot.
  const { id } = await organiser.topic("opinion");
  const statements = (await organiser.topic("statements")).moderated.filter((st) => st.status === "accepted").map((st) => st.id);
  for (const [i, person] of room.entries()) {
    for (const [j, statement] of statements.entries()) {
      await person.do("statement.vote", { opinion: id, statement, vote: j === 0 || i % 2 === 0 ? 1 : -1 });
    }
  }
  await phone.page.getByRole("heading", { name: phone.t("opinion.map"), exact: true }).waitFor();
  await phone.sees("opinion.your-place");
  await phone.page.locator(".picture svg").waitFor();
  await phone.heading("opinion.unites").waitFor();
  assert.equal(await phone.page.locator(".opinion-group[open]").count(), 0, "what sets a group apart waits behind a line");
  await until(async () => (await phone.page.locator(".picture svg").innerHTML()).includes(phone.t("opinion.you")), "one's own place is in one's own picture");
  await look(s, phone, "phone map");

  const projector = await s.staff("screen", "th");
  await chair.press("opinion.show");
  await projector.page.locator(".picture svg").waitFor();
  assert.ok(!(await projector.page.locator(".picture svg").innerHTML()).includes(phone.t("opinion.you")), "nobody's place is on the projector");
  await look(s, projector, "projector map");
  await look(s, chair, "chair open");

  // An answer can be changed; then it closes, and only what groups share stays.
  await phone.page.locator("summary").filter({ hasText: phone.t("opinion.your-answers") }).click();
  const first = phone.page.locator(".opinion-own li").first();
  await first.getByRole("button", { name: phone.t("opinion.pass") }).click();
  await first.getByRole("button", { name: phone.t("opinion.pass"), pressed: true }).waitFor();
  await chair.press("opinion.end");
  await chair.press("opinion.end-yes");
  await phone.gone("opinion.your-place");
  await phone.page.locator(".picture svg").waitFor();
  const closed = await organiser.topic("opinion");
  assert.equal(closed.open, false);
  assert.equal(closed.people, 16);
  assert.ok(closed.map.groups.every((g) => g.size >= 3));
  assert.ok(closed.map.divides.length > 0 && closed.map.unites.length > 0);
  await look(s, phone, "phone closed");
  await look(s, projector, "projector closed");
  const late = await room[0].try("statement.vote", { opinion: id, statement: statements[0], vote: 1 });
  assert.equal(late.body.error.code, "opinion.closed");
});

/** The words of a key as a pattern, as far as the first hole. */
function part(person, key, args) {
  return person.t(key, args).slice(0, 40);
}

async function propose(phone, text) {
  const form = phone.field("opinion.propose-label");
  if (!(await form.isVisible())) await phone.page.getByText(whole(phone.t("opinion.propose"))).click();
  await form.fill(text);
  await phone.press("opinion.propose-send");
  await phone.reads(text);
}

/** The page is in order: nothing for axe-core, nothing too wide. */
async function look(s, person, name) {
  if (process.env.SHOTS) await person.page.screenshot({ path: join(process.env.SHOTS, `opinion ${name}.png`), fullPage: true });
  assert.deepEqual(await violations(person.page), [], name);
  assert.deepEqual(await overflow(person.page), [], name);
}
