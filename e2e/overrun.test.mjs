// An item runs over: the console says what that costs, and one tap re-plans.
import assert from "node:assert/strict";
import { story } from "./lib/story.mjs";
import { at, item, noonZone } from "./lib/workshop.mjs";

story("an overrun shows what it costs, and one tap wins the time back", async (s) => {
  const zone = noonZone();
  // The talk had its end twelve minutes ago. A minute may pass while the story
  // is told, so it reads the lateness instead of taking it for granted.
  await s.workshop({
    timezone: zone,
    items: [
      item(zone, -12, 0, { en: "Findings", th: "ผลการวิจัย" }, "talk"),
      item(zone, 10, 60, { en: "Lunch", th: "อาหารกลางวัน" }, "break"),
      item(zone, 70, 50, { en: "Agreeing", th: "ลงมติ" }, "decision", { decides: true }),
    ],
  });
  const chair = await s.staff("chair", "en");
  const phone = await s.phone("th", "โรงเรียน");
  const projector = await s.staff("screen", "en");
  const lunch = phone.page.getByRole("listitem").filter({ hasText: "อาหารกลางวัน" });
  await chair.sees("50 minutes are planned for deciding");

  await chair.press("Start: Findings");
  await projector.sees(/1[23] min over/);
  const card = chair.page.getByRole("status").filter({ hasText: "minutes late" });
  const late = Number((await card.getByText(/^\d+ minutes late$/).innerText()).split(" ")[0]);
  assert.ok(late === 12 || late === 13, `${late} minutes late`);
  await chair.sees(`It costs “Agreeing”: 50 → ${50 - late} min.`);
  await chair.sees(`Lunch: 60 → ${60 - late} min`);
  await phone.sees(phone.t("phone.over", { n: late }));

  await chair.press("Re-plan like this");
  const [h, m] = at(zone, 10 + late).clock.split(":");
  const begins = phone.t("common.time", { h, m });
  await lunch.getByText(begins, { exact: true }).waitFor();
  await chair.gone("It costs “Agreeing”");
  await chair.gone("Re-plan like this");

  const { cuts, left, budget, items } = await (await s.at.staff("chair")).topic("day");
  assert.deepEqual(cuts, [], "deciding pays nothing any more");
  assert.equal(left, budget, "deciding has all its minutes");
  assert.equal(items[2].projected || items[2].start, items[2].start, "deciding is expected when it is planned");
});
