// Three officers, a projector and a chair: from the round to the decision.
import assert from "node:assert/strict";
import { join, story } from "./lib/story.mjs";
import { words } from "./lib/words.mjs";

story("three phones and a projector, from the rating to the decision", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "th");
  const phones = [await joinByCode(s, "th", "Officer 1"), await joinByCode(s, "en", "Officer 2"), await joinByCode(s, "th", "Officer 3")];
  const [first, second, third] = phones;

  await chair.press("Rate this");
  await projector.sees("0 / 3");
  await rate(first, 8, 7);
  await projector.sees("1 / 3");
  await rateByKeyboard(second, 7, 9);
  await rate(third, 9, 8);
  await projector.sees("3 / 3");
  await chair.sees("3 of 3 have rated");
  const shown = await projector.page.innerText("body");
  assert.doesNotMatch(shown, /Officer \d/, "the projector names nobody");

  // The third one changes their mind: feasible 8, 7, 3 has the median 7.
  await third.press(third.t("phone.rate.change"));
  await rate(third, 3, 8);
  await third.sees(`${third.t("common.feasible")} 3`);
  await projector.sees("3 / 3");

  await chair.press("Close the round");
  await chair.sees("Result of round 1");
  await chair.press("Result on projector");
  await projector.sees(projector.t("screen.result-of", { n: 1 }));
  await projector.page.getByRole("img", { name: projector.t("screen.recommendation", { n: 1 }) }).waitFor();
  await projector.sees(projector.t("screen.ratings", { n: 3, m: 0 }));
  for (const phone of phones) {
    await phone.sees(phone.t("phone.results", { n: 1 }));
    await phone.page.getByText(phone.t("phone.result.table")).click();
    await median(phone, "common.feasible", "7");
    await median(phone, "common.acceptable", "8");
    assert.equal(await marked(phone, "phone.gate.failed"), await marked(projector, "screen.failed"), "phone and projector show the same gate");
  }
});

story("an agreed text is agreed on every screen within a second, and once", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "th");
  const projector = await s.staff("screen", "en");
  const phones = [];
  for (const lang of ["th", "en", "en"]) phones.push(await s.phone(lang, lang === "th" ? "เจ้าหน้าที่จังหวัด" : "Provincial officers"));
  await chair.press(chair.t("chair.rate"));
  for (const phone of phones) await rate(phone, 8, 8);
  await chair.sees(chair.t("chair.rated", { n: 3, of: 3 }));
  await chair.press(chair.t("chair.close-round"));
  await chair.press(chair.t("chair.show-text"));

  for (const phone of phones) await toText(phone);
  const officer = phones[1];
  await officer.page.getByRole("radio", { name: "Agree", exact: true }).check({ force: true });
  await officer.press("Give this stance");
  await officer.button("Change the stance").waitFor();
  await chair.sees(chair.t("chair.stances", { group: "เจ้าหน้าที่จังหวัด" }));
  await phones[0].sees(`${phones[0].t("phone.stance.agree")} · 1`);

  await chair.page.getByRole("radio", { name: chair.t("chair.outcome.agreed"), exact: false }).first().check({ force: true });
  const everywhere = [chair, ...phones].map((p) => p.page.getByText(p.t("common.state.agreed"), { exact: true }).first());
  everywhere.push(projector.page.getByText(projector.t("common.state.agreed"), { exact: true }).first());
  const seen = everywhere.map((words) => words.waitFor().then(() => Date.now()));
  const begun = Date.now();
  await chair.press(chair.t("chair.record"));
  const slowest = Math.max(...(await Promise.all(seen))) - begun;
  assert.ok(slowest < 1000, `agreed on every screen after ${slowest} ms`);

  // A second console cannot decide again: the first one's word stands.
  const other = await s.at.staff("chair", "th");
  const { recommendations } = await other.topic("texts");
  const again = await other.try("decision.record", { recommendation: recommendations[0].id, outcome: "revise" });
  assert.equal(again.status, 422);
  assert.equal(again.body.error.message, words("th")("refusal.decision.already", { number: 1 }));
});

story("fewer than three ratings show nothing", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "en");
  const phones = [await s.phone("en", "Provincial officers"), await s.phone("en", "Schools")];
  await chair.press("Rate this");
  for (const phone of phones) await rate(phone, 9, 1);
  await chair.sees("2 of 2 have rated");
  await chair.press("Close the round");
  await chair.press("Result on projector");
  await projector.sees("result of round 1");
  const phone = phones[0];
  await phone.page.getByText("As a table").click();
  const table = phone.page.getByRole("table", { name: "Feasible" });
  assert.deepEqual(await table.getByRole("row").allInnerTexts(), ["Group\tPeople\tMedian", "Whole room\t0\t–"]);
  const { results } = await (await s.at.staff("chair")).topic("rounds");
  const counts = results[0].criteria.flatMap((c) => c.rows.flatMap((r) => r.counts));
  assert.deepEqual(counts.filter((n) => n > 0), [], "no rating leaves the server");
});

/** Types the code at the start page, as somebody without a camera does. */
async function joinByCode(s, lang, name) {
  const phone = await s.person("phone", lang);
  await phone.open("/", { live: false });
  await phone.page.getByLabel(phone.t("home.code")).fill(s.at.code);
  await phone.press(phone.t("home.join"));
  await join(phone, lang === "th" ? "เจ้าหน้าที่จังหวัด" : "Provincial officers", name);
  return phone;
}

const scale = (phone, criterion) => phone.page.getByRole("group", { name: phone.t(`phone.rate.${criterion}`) });

/** Taps two numbers and sends them. */
async function rate(phone, feasible, acceptable) {
  await scale(phone, "feasible").getByRole("radio").nth(feasible - 1).tap();
  await scale(phone, "acceptable").getByRole("radio").nth(acceptable - 1).tap();
  await phone.press(phone.t("phone.rate.send"));
  await phone.sees(phone.t("phone.rated-all"));
}

/** The same with the arrow keys, from the first number on. */
async function rateByKeyboard(phone, feasible, acceptable) {
  for (const [criterion, n] of [["feasible", feasible], ["acceptable", acceptable]]) {
    await scale(phone, criterion).getByRole("radio").first().press("Space");
    for (let at = 1; at < n; at++) await phone.page.keyboard.press("ArrowRight");
  }
  await phone.button(phone.t("phone.rate.send")).press("Enter");
  await phone.sees(phone.t("phone.rated-all"));
}

/** The whole room's median of a criterion, in the table. */
async function median(phone, criterion, expected) {
  const table = phone.page.getByRole("table", { name: phone.t(criterion) });
  const room = table.getByRole("row", { name: phone.t("common.room") });
  assert.equal((await room.getByRole("cell").nth(1).innerText()).split(" ")[0], expected, `${criterion} of the room`);
}

/** How many conditions of the gate bear a mark, in words for a screen reader. */
const marked = (person, key) => person.page.getByRole("listitem").filter({ hasText: new RegExp(` ${person.t(key)}`) }).count();

async function toText(phone) {
  await phone.page.getByRole("link", { name: phone.t("phone.tab.texts"), exact: true }).click();
  await phone.page.getByRole("main").getByRole("link").first().click();
  await phone.page.getByRole("heading", { name: phone.t("common.recommendation", { n: 1 }) }).waitFor();
}
