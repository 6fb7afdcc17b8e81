// Reading on any paper and in any light: Thai lines on narrow phones, one's own
// colours, the printed report, and a desk whose counts are in the window.
import assert from "node:assert/strict";
import { violations } from "./lib/axe.mjs";
import { story } from "./lib/story.mjs";
import { agree, at } from "./lib/workshop.mjs";

story("a title of the server's page breaks between Thai words", async (s) => {
  const title = { en: "Workshop", th: "การประชุมเชิงปฏิบัติการเรื่องข้อเสนอแนะการจัดการศึกษาสำหรับเด็กข้ามชาติอย่างน้อยหนึ่งแห่งในจังหวัดใกล้เคียง" };
  const w = await s.workshop({ title });
  const phone = await s.person("phone", "th");
  await phone.open(`/j/${w.code}`, { live: false });
  for (let width = 240; width <= 420; width += 12) {
    await phone.page.setViewportSize({ width, height: 700 });
    const lines = await phone.page.locator("h1").evaluate(linesOf);
    assert.ok(lines.length > 1, "the title has more than one line");
    for (const line of lines) assert.doesNotMatch(line, /^(เสนอ|แนะ|ชาติ|นึ่ง|เคียง|การ(?!จัด|ประชุม)|ศึกษา)/, `at ${width} px: ${lines.join(" / ")}`);
  }
});

/** Runs in the page: the lines of an element's text as they are drawn. */
function linesOf(element) {
  const text = element.firstChild;
  const range = document.createRange();
  const lines = [];
  let bottom = -Infinity;
  for (let i = 0; i < text.length; i++) {
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    const box = range.getBoundingClientRect();
    if (box.width > 0 && box.bottom > bottom + 8) lines.push("");
    if (box.width > 0) bottom = box.bottom;
    if (text.data[i] !== "\u2060") lines[lines.length - 1] += text.data[i];
  }
  return lines;
}

story("in a reader's own colours a rating still shows what was chosen", async (s) => {
  const w = await s.workshop();
  const phone = await s.person("phone", "en", { forcedColors: "active", reducedMotion: "reduce" });
  await phone.open(`/j/${w.code}`, { live: false });
  await phone.page.getByRole("radio").first().check({ force: true });
  await phone.press("join.send");
  await phone.alive();
  const chair = await w.staff("chair");
  await chair.do("round.open", { recommendations: [(await chair.topic("texts")).recommendations[0].id] });
  const numbers = phone.page.locator(".scale").first().locator("label");
  await numbers.nth(6).getByRole("radio").check({ force: true });
  const fill = (n) => numbers.nth(n).locator("span").evaluate((e) => getComputedStyle(e).backgroundColor);
  assert.notEqual(await fill(6), await fill(5));
  assert.equal(await phone.page.evaluate(() => [...document.querySelectorAll("*")].filter((e) => parseFloat(getComputedStyle(e).transitionDuration) > 0).length), 0, "nothing moves");
  assert.deepEqual(await violations(phone.page), []);
});

story("a printed report has nothing folded away, and the desk sees its counts", async (s) => {
  const w = await s.workshop();
  const people = await w.participants(3, "officer");
  const desk = await s.staff("desk", "th");
  await desk.page.setViewportSize({ width: 1280, height: 800 });
  for (const count of await desk.page.locator(".counters li").all()) {
    const { y, height } = await count.boundingBox();
    assert.ok(y + height <= 800, "a count is cut by the window");
  }
  const chair = await w.staff("chair");
  const agreed = await agree(chair, people, 1);
  const [group] = (await chair.topic("groups")).groups;
  const row = { action: "Name the contacts", lead: "Education office", firstStep: "Letter", firstStepBy: at("Etc/GMT", 14_400).date, due: at("Etc/GMT", 86_400).date };
  await people[0].do("group.join", { group: group.id });
  await people[0].do("action.put", { group: group.id, recommendation: agreed, row });
  await chair.do("workshop.close");
  const laptop = await s.staff("organiser", "en");
  await laptop.open(`/w/${w.id}/report/report.th.html?as=organiser`, { live: false });
  const folded = laptop.page.locator("details:not([open]) table");
  assert.ok((await folded.count()) > 0, "there is something folded");
  assert.equal(await folded.first().isVisible(), false);
  await laptop.page.emulateMedia({ media: "print" });
  for (const table of await folded.all()) assert.ok((await table.boundingBox()).height > 20, "a table is folded on paper");
});
