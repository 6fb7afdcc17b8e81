// An item runs over: the console says what that costs, and one tap re-plans.
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { part, whole } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";
import { at, item, noonZone } from "./lib/workshop.mjs";

story("an overrun shows what it costs, and one tap wins the time back", async (s) => {
  const now = await youngMinute();
  const zone = noonZone(new Date(now));
  const titles = { talk: { en: "Findings", th: "ผลการวิจัย" }, lunch: { en: "Lunch", th: "อาหารกลางวัน" }, decision: { en: "Agreeing", th: "ลงมติ" } };
  await s.workshop({
    timezone: zone,
    items: [
      item(zone, -12, 0, titles.talk, "talk", {}, now), // its end was twelve minutes ago
      item(zone, -12, 60, titles.lunch, "break", {}, now),
      item(zone, 48, 50, titles.decision, "decision", { decides: true }, now),
    ],
  });
  const lunchWas = at(zone, -12, now).clock;
  const chair = await s.staff("chair", "en");
  const phone = await s.phone("th", "school");
  const projector = await s.staff("screen", "en");
  const lunch = phone.page.getByRole("listitem").filter({ hasText: part(titles.lunch.th) });
  await chair.sees("chair.budget", { n: 50, of: 2, each: chair.t("common.minutes", { n: 25 }) });

  await chair.press("chair.start", { title: titles.talk.en });
  // A minute may have passed since the workshop was made, so the story reads the lateness.
  await youngMinute();
  const late = await lateness(chair);
  assert.ok(late === 12 || late === 13, `${late} minutes late`);
  await chair.sees("chair.costs", { title: titles.decision.en, from: 50, to: 50 - late });
  await chair.sees("chair.rescue-shorter", { title: titles.lunch.en, from: 60, to: 60 - late });
  await projector.reads(new RegExp(projector.t("screen.over", { n: "1[23]" })));
  await phone.reads(new RegExp(phone.t("phone.over", { n: "1[23]" })));

  await chair.press("chair.rescue-do");
  await lunch.getByText(whole(time(phone, plus(lunchWas, late)))).waitFor();
  await chair.gone("chair.costs", { title: titles.decision.en, from: 50, to: 50 - late });
  await chair.gone("chair.rescue-do");
  const { cuts, left, budget, items } = await (await s.at.staff("chair")).topic("day");
  assert.deepEqual(cuts, [], "deciding pays nothing any more");
  assert.equal(left, budget, "deciding has all its minutes");
  assert.equal(items[2].projected || items[2].start, items[2].start, "deciding is expected when it is planned");

  // What is done steps back, and can still be read.
  await chair.press("chair.start", { title: titles.lunch.en });
  await phone.sees("phone.items-done", { n: 1 });
  const talk = phone.page.getByRole("listitem").filter({ hasText: part(titles.talk.th) });
  await talk.waitFor({ state: "hidden" });
  await phone.text(phone.t("phone.items-done", { n: 1 })).tap();
  await talk.waitFor();
});

/** Waits until half a minute is left of this one: what a story then reads stays
 * so while it is told. When that is, in unix ms. */
async function youngMinute() {
  while (new Date().getSeconds() >= 30) await setTimeout(200);
  return Date.now();
}

/** How late the console says that the day is. */
async function lateness(chair) {
  const said = new RegExp(`^${chair.t("chair.late", { n: "(\\d+)" })}$`);
  const text = await chair.page.getByText(said).innerText();
  return Number(text.match(said)[1]);
}

/** "12:05" and 10 minutes more. */
function plus(clock, more) {
  const [h, m] = clock.split(":").map(Number);
  const sum = h * 60 + m + more;
  return [Math.floor(sum / 60), sum % 60].map((n) => String(n).padStart(2, "0")).join(":");
}

function time(person, clock) {
  const [h, m] = clock.split(":");
  return person.t("common.time", { h, m });
}
