// Thai has no spaces between words: browsers look up where a line may end, and
// the pages hold together what a reader takes as one word. And Thai titles are long.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { overflow } from "./lib/axe.mjs";
import { root } from "./lib/server.mjs";
import { story } from "./lib/story.mjs";
import { item, noonZone } from "./lib/workshop.mjs";

story("no compound of the field is broken at the end of a line", async (s) => {
  const held = readFileSync(join(root, "internal", "thai", "data", "held.txt"), "utf8").trim().split("\n").map((word) => word.replaceAll("|", "\u2060"));
  assert.ok(held.length > 10, "the list is found");
  const reader = await s.person("phone", "th");
  await reader.page.setContent('<html lang="th"><body><p id="narrow" style="width: 1px; line-height: 20px; margin: 0"></p>');
  assert.deepEqual(await reader.page.evaluate(broken, held), []);
});

story("on the projector no line begins with a word that leans on the one before", async (s) => {
  const title = { th: "เรื่องที่ผู้มีส่วนได้ส่วนเสียต่างกลุ่มเห็นด้วยร่วมกันในการประชุมครั้งนี้แล้ว", en: "What the groups agree on" };
  const zone = noonZone();
  await s.workshop({ timezone: zone, items: [item(zone, 0, 60, title, "talk"), item(zone, 60, 50, { en: "Agreeing", th: "ลงมติ" }, "decision", { decides: true })] });
  const chair = await s.at.staff("chair");
  await chair.do("session.start", { session: (await chair.topic("day")).items[0].id });
  const projector = await s.staff("screen", "th");
  await projector.reads(title.th);
  const begun = await projector.page.locator('.big [lang="th"]').evaluate(lineBeginnings);
  assert.ok(begun.length > 20, "lines of every length were looked at");
  assert.deepEqual(begun.filter((line) => /^(กัน|นี้|แล้ว)/.test(line)), []);
});

const long = {
  th: "การประชุมเชิงปฏิบัติการระดับภูมิภาคเพื่อการบูรณาการแรงงานข้ามชาติและครอบครัวในจังหวัดสมุทรสาครและจังหวัดใกล้เคียงอย่างมีส่วนร่วมของทุกภาคส่วน",
  en: "Regional workshop on the participatory integration of migrant workers and their families in Samut Sakhon and neighbouring provinces",
};

story("a title as long as an office's fits the projector and a small phone", async (s) => {
  const zone = noonZone();
  await s.workshop({ title: long, timezone: zone, items: [item(zone, 0, 60, long, "talk"), item(zone, 60, 50, { en: "Agreeing", th: "ลงมติ" }, "decision", { decides: true })] });
  const chair = await s.at.staff("chair");
  await chair.do("session.start", { session: (await chair.topic("day")).items[0].id });
  const projector = await s.staff("screen", "th");
  const phone = await s.phone("th", "school");
  await phone.page.setViewportSize({ width: 320, height: 640 });
  for (const person of [projector, phone]) {
    await person.reads(long.th);
    assert.deepEqual(await overflow(person.page), []);
  }
  const foot = await projector.page.getByRole("contentinfo").boundingBox();
  const code = await projector.page.locator(".big-code").boundingBox();
  assert.ok(code.y + code.height <= foot.y, "the code to join is not behind the foot of the projector");
});

/** Runs in the page: which of the words take more than one line where each
 * line is as short as it can be. */
function broken(words) {
  const p = document.getElementById("narrow");
  return words.filter((word) => {
    p.textContent = word;
    return p.getBoundingClientRect().height > 20;
  });
}

/** Runs in the page: what each line but the first begins with, in boxes from
 * narrow to wide. */
function lineBeginnings(box) {
  const found = [];
  const text = box.firstChild;
  box.style.display = "block";
  for (let width = 200; width <= 900; width += 20) {
    box.style.width = `${width}px`;
    let line;
    for (let i = 0; i < text.length; i++) {
      const range = document.createRange();
      range.setStart(text, i);
      range.setEnd(text, i + 1);
      const { top, width: wide } = range.getBoundingClientRect();
      if (!wide) continue;
      if (line !== undefined && top > line + 10) found.push(text.data.slice(i, i + 12).replaceAll("\u2060", ""));
      line = line === undefined ? top : Math.max(line, top);
    }
  }
  return found;
}
