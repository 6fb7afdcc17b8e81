// Two rounds with feedback between them: further criteria, not knowing, reasons
// without names, receipts, and the time that the chair named.
import assert from "node:assert/strict";
import { part } from "./lib/browser.mjs";
import { openRound, rate, scale, tap } from "./lib/rounds.mjs";
import { story, until } from "./lib/story.mjs";

const reason = "โรงเรียนเล็กไม่มีครูพอ";

story("a round asks further things, and its reasons are read by all without a name", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "th");
  const [first, second, third] = [await s.phone("th", "officer", { name: "Officer 1" }), await s.phone("en", "officer"), await s.phone("th", "officer")];
  const fourth = await s.at.participant("officer");

  // The gate is read in both languages before the round opens.
  await chair.press("chair.rate");
  await chair.reads("At least 3 people of the accepting party");
  await chair.reads("มีผู้ให้คะแนนจากฝ่ายผู้รับข้อเสนอ");
  await chair.page.getByRole("checkbox", { name: part(chair.t("common.equity")) }).check();
  await chair.choose("common.minutes", { n: 10 });
  await chair.press("chair.open.do");
  await chair.sees("chair.round-open", { n: 1 });
  await chair.sees("rating.left", { n: 10 });
  await projector.sees("screen.gate");
  await projector.reads("0 / 4");
  await projector.sees("screen.left", { n: 10 });

  // The scale says in both languages what its ends mean.
  await first.sees("rating.left", { n: 10 });
  for (const words of ["เป็นไปไม่ได้", "cannot be done"]) await first.reads(words);
  await tap(first, "feasible", 6);
  await tap(first, "acceptable", 8);
  await first.page.getByText(part(first.t("phone.rate.also", { list: first.t("common.equity") }))).tap();
  await tap(first, "equity", 9);
  await first.page.getByText(part(first.t("phone.rate.why"))).tap();
  await first.field("phone.rate.reason").fill(reason);
  await first.page.reload();
  await first.alive();
  assert.equal(await first.field("phone.rate.reason").inputValue(), reason, "a half-filled ballot outlives a reload");
  assert.ok(await scale(first, "equity").nth(8).isChecked());
  await first.press("phone.rate.send");
  await first.sees("phone.rate.with-reason");

  // Not knowing is no rating and no abstention.
  await tap(second, "feasible", 10);
  await tap(second, "acceptable", 7);
  await second.press("phone.rate.send");
  await second.reads(`${second.t("common.feasible")}: ${second.t("scale.dont-know")}`);
  await rate(third, 7, 8);
  await third.press("phone.rate.change");
  await rate(third, 8, 8);
  const { open } = await fourth.topic("rounds");
  await fourth.do("ballot.cast", { round: open.id, recommendation: open.recommendations[0], ratings: { feasible: 8, acceptable: 9 } });
  await projector.reads("4 / 4");
  assert.doesNotMatch(await projector.page.innerText("body"), /Officer 1/, "the projector names nobody");
  await chair.press("chair.close-round");

  for (const person of [first, second, chair]) {
    await person.reads(reason);
    assert.doesNotMatch(await person.page.innerText("main"), /Officer 1/);
  }
  await chair.page.getByText(part(chair.t("chair.result-numbers"))).click();
  await chair.sees("rating.left-out", { k: 1, m: 0 });

  // Each phone knows its own place, and finds its own ratings in the list.
  await first.sees("phone.own.rated", { criterion: first.t("common.feasible"), n: 6, m: 8 });
  await second.sees("phone.own.dont-know", { criterion: second.t("common.feasible") });
  await first.reads(new RegExp(first.t("phone.receipt.found", { list: `${first.t("common.feasible")} 6` })));
  await third.reads(new RegExp(third.t("phone.receipt.found", { list: `${third.t("common.feasible")} 8` })));
  assert.equal(await first.page.getByText(part(first.t("phone.receipt.missing", { what: "" }))).count(), 0, "where too few rated, nothing is said to be missing");
});

story("the second round shows the first, and the result compares them", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "en");
  const phone = await s.phone("en", "officer");
  const others = await s.at.participants(3, "officer");
  await openRound(chair);
  await rate(phone, 3, 8);
  await castAll(others, { feasible: 5, acceptable: 8 });
  await chair.sees("chair.rated", { n: 4, of: 4 });
  await chair.press("chair.close-round");
  await phone.heading("phone.results", { n: 1 }).waitFor();

  await openRound(chair, "chair.rate-again");
  await phone.reads(`${phone.t("rating.round", { n: 1 })}: ${phone.t("phone.before.you", { n: 3 })} · ${phone.t("phone.before.room", { n: 5 })}`);
  await rate(phone, 7, 8);
  await castAll(others, { feasible: 7, acceptable: 8 });
  await chair.sees("chair.rated", { n: 4, of: 4 });
  await chair.press("chair.close-round");
  await chair.press("chair.show-result");
  await projector.reads("5 → 7");
  const compared = phone.page.getByRole("table", { name: part(phone.t("rating.before")) });
  await compared.waitFor();
  assert.deepEqual((await compared.getByRole("row").allInnerTexts())[1].split("\t"), [phone.t("common.feasible"), "5", "7"]);

  // Both rounds by role group, as a picture and in figures, for the phone and
  // the chair; one's own rating is drawn by one's own phone alone.
  const asked = new Set();
  phone.page.on("request", (r) => r.url().includes("/result/") && asked.add(new URL(r.url()).search));
  for (const person of [phone, chair]) {
    await person.page.getByText(person.t("rating.both", { before: 1, n: 2 }), { exact: true }).click();
    await person.page.locator(".unfold .picture svg").waitFor();
    const groups = person.page.locator(".unfold table").first();
    assert.deepEqual((await groups.getByRole("row").allInnerTexts())[1].split("\t").slice(1), [5, 7].map((median) => person.t("rating.median-of", { median, n: 4 })));
  }
  for (const [criterion, rating] of [["feasible", "7"], ["acceptable", "8"]]) {
    const marks = phone.page.locator(`.picture [data-own=${criterion}]:not([visibility])`);
    await until(async () => (await marks.count()) === 2, "one's own rating is in the result and in both rounds");
    assert.equal(await marks.first().locator("text").first().textContent(), rating);
    assert.ok(await marks.first().isVisible());
  }
  assert.equal(await chair.page.locator("[data-own]").count(), 0);
  assert.equal(await projector.page.locator("[data-own]").count(), 0);
  assert.deepEqual([...asked], ["?rounds&tall&as=participant"], "whatever one rated, one asks for the same picture");

  // What was decided is a picture of the day, with its table.
  await chair.choose("chair.outcome.rejected");
  await chair.press("chair.record");
  for (const person of [phone, chair]) {
    await person.page.locator("summary").filter({ hasText: person.t("rating.day", { date: "" }).trim() }).click();
    const day = person.page.locator(".unfold").filter({ hasText: person.t("rating.decision") });
    await day.locator("svg").waitFor();
    assert.equal((await day.getByRole("row").allInnerTexts())[1].split("\t")[2], person.t("common.state.rejected"));
  }
});

story("a rating that is in no list says so; leaving forgets what one rated", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const phone = await s.phone("en", "school");
  const officers = await s.at.participants(3, "officer");
  await openRound(chair);
  await rate(phone, 9, 9); // alone in their group: the result leaves them out
  await castAll(officers, { feasible: 8, acceptable: 8 });
  await chair.sees("chair.rated", { n: 4, of: 4 });
  const [officer] = officers;
  const { open } = await officer.topic("rounds");
  const list = (accept) => officer.fetch(officer.at(`/receipts/${open.id}`), { headers: { Accept: accept } });
  assert.match(await (await list("text/html")).text(), /once it has closed/, "nothing is listed before the close");
  await chair.press("chair.close-round");
  await phone.sees("phone.receipt.missing", { what: `${phone.t("common.feasible")} 9` });
  const { code, kept } = await phone.page.evaluate(mine);
  await phone.reads(code);
  assert.equal(kept, 1);

  await phone.page.getByRole("link", { name: part(phone.t("phone.receipt.list")) }).first().click();
  await phone.heading("receipts.title", { n: 1 }).waitFor();
  await phone.sees("receipts.proves-not");
  assert.doesNotMatch(await phone.page.innerText("main"), new RegExp(code), "the list has it no more than the phone said");
  const answer = await list("application/json");
  assert.match(answer.headers.get("Cache-Control"), /immutable/);
  const { recommendations } = await answer.json();
  assert.deepEqual(recommendations[0].criteria.map((c) => [c.criterion, c.receipts.map((r) => r.rating)]), [["feasible", [8, 8, 8]], ["acceptable", [8, 8, 8]]]);
  await phone.page.goto(`/w/${s.at.id}/leave?as=participant`);
  await phone.press("doors.leave.do");
  await phone.page.getByRole("status").waitFor();
  assert.equal((await phone.page.evaluate(mine)).kept, 0, "nothing is left on the phone");
});

story("the time that the chair named passes gently", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const phone = await s.phone("th", "officer");
  await chair.press("chair.rate");
  await chair.choose("common.minutes", { n: 5 });
  await chair.press("chair.open.do");
  await phone.sees("rating.left", { n: 5 });
  await phone.page.addInitScript(noBeats); // each sets the page's clock by the server's
  await phone.page.reload();
  await phone.sees("rating.left", { n: 5 });
  await phone.page.clock.setSystemTime(Date.now() + 6 * 60_000);
  await phone.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))); // as a phone that wakes up
  await phone.sees("phone.rate.overdue");
  await rate(phone, 5, 5); // and it still counts
  await chair.sees("chair.rated", { n: 1, of: 1 });
});

/** Everybody rates the open round with the same numbers, at the interface. */
async function castAll(people, ratings) {
  const { open } = await people[0].topic("rounds");
  for (const person of people) await person.do("ballot.cast", { round: open.id, recommendation: open.recommendations[0], ratings });
}

/** Runs in the page, before its scripts: no heartbeat of the server is heard. */
function noBeats() {
  const listen = EventSource.prototype.addEventListener;
  EventSource.prototype.addEventListener = function (name, take) {
    if (name !== "beat") listen.call(this, name, take);
  };
}

/** Runs in the page: how much this browser keeps of what was rated, and a code. */
function mine() {
  const keys = Object.keys(localStorage).filter((key) => key.split("|")[4] === "mine");
  return { kept: keys.length, code: keys.length > 0 ? JSON.parse(localStorage[keys[0]]).codes.feasible : "" };
}
