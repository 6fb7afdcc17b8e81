// Three officers, a projector and a chair: from the round to the decision.
import assert from "node:assert/strict";
import { overflow, violations } from "./lib/axe.mjs";
import { part, refusal, whole } from "./lib/browser.mjs";
import { openRound, rate, scale } from "./lib/rounds.mjs";
import { joinAs, story, withinASecond } from "./lib/story.mjs";
import { words } from "./lib/words.mjs";
import { roleGroups } from "./lib/workshop.mjs";

story("three phones rate in private, and the projector counts without names", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "th");
  const phones = [await joinByCode(s, "th", "Officer 1"), await joinByCode(s, "en", "Officer 2"), await joinByCode(s, "th", "Officer 3")];
  const [first, second, third] = phones;

  await openRound(chair);
  await projector.reads("0 / 3");
  await rate(first, 8, 7);
  await projector.reads("1 / 3");
  await rateByKeyboard(second, 7, 9);
  await rate(third, 9, 8);
  await projector.reads("3 / 3");
  await chair.sees("chair.rated", { n: 3, of: 3 });
  assert.doesNotMatch(await projector.page.innerText("body"), /Officer \d/, "the projector names nobody");

  // The third one changes their mind: feasible 8, 7, 3 has the median 7.
  await third.press("phone.rate.change");
  await rate(third, 3, 8);
  await third.reads(`${third.t("common.feasible")} 3`);
  await projector.reads("3 / 3");

  await chair.press("chair.close-round");
  await chair.heading("chair.result", { n: 1 }).waitFor();
  await chair.press("chair.show-result");
  await projector.sees("screen.result-of", { n: 1 });
  await projector.sees("screen.ratings", { n: 3, m: 0 });
  const held = await gate(projector);
  assert.ok(held.includes(false) && held.includes(true), "one in three says that it cannot be done, so some conditions are not met");
  for (const phone of phones) {
    await phone.heading("phone.results", { n: 1 }).waitFor();
    await phone.page.getByText(whole(phone.t("phone.result.table"))).click();
    assert.equal(await median(phone, "common.feasible"), "7");
    assert.equal(await median(phone, "common.acceptable"), "8");
    assert.deepEqual(await gate(phone), held, "the phone shows the projector's gate");
  }
});

story("an agreed text is agreed on every screen within a second, and once", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "th");
  const projector = await s.staff("screen", "en");
  const phones = [];
  for (const lang of ["th", "en", "en"]) phones.push(await s.phone(lang, "officer"));
  await openRound(chair);
  for (const phone of phones) await rate(phone, 8, 8);
  await chair.sees("chair.rated", { n: 3, of: 3 });
  await chair.press("chair.close-round");
  await chair.press("chair.show-text");

  for (const phone of phones) await toText(phone);
  const [watcher, officer] = phones;
  await officer.choose("phone.stance.agree");
  await officer.press("phone.stance.send");
  await officer.button("phone.stance.change").waitFor();
  await chair.heading("chair.stances", { group: roleGroups.officer.th }).waitFor();
  await watcher.reads(`${watcher.t("phone.stance.agree")} · 1`);

  const other = await s.at.staff("chair", "th");
  const [{ id: recommendation }] = (await other.topic("texts")).recommendations;
  const decided = (phone) => phone.page.locator("b").filter({ hasText: whole(phone.t("common.state.agreed")) });
  const onProjector = projector.page.getByRole("main").getByText(whole(projector.t("common.state.agreed")));
  await withinASecond(async (tries) => {
    if (tries > 0) await other.do("decision.reopen", { recommendation, reason: "Once more" });
    await onProjector.waitFor({ state: "hidden" });
    for (const phone of phones) await decided(phone).waitFor({ state: "hidden" });
    await chair.page.getByRole("radio", { name: agreedAsSuggested(chair) }).check({ force: true });
    const seen = [chair.firstSees("common.state.agreed"), ...phones.map((phone) => phone.firstSees("common.state.agreed", {}, "b"))];
    seen.push(onProjector.waitFor().then(() => Date.now()));
    const pressed = await chair.pressAt("chair.record");
    return Math.max(...(await Promise.all(seen))) - pressed;
  }, "agreed on every screen");

  // A second console cannot decide again: the first one's word stands.
  const again = await other.try("decision.record", { recommendation, outcome: "revise" });
  assert.equal(again.status, 422);
  assert.equal(again.body.error.message, words("th")("refusal.decision.already", { number: 1 }));
});

story("the quorum of a role group is read before the round, and held against its result", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "th");
  const [phone, laptop] = [await s.phone("th", "school"), await s.phone("en", "officer")];
  const others = [...(await s.at.participants(2, "officer")), ...(await s.at.participants(2, "school"))];
  const schools = chair.page.getByRole("spinbutton", { name: whole(roleGroups.school.en) });
  const asked = { group: roleGroups.school.en, here: 3, n: 4 };

  await chair.press("chair.rate");
  await chair.page.getByText(whole(chair.t("chair.open.gate-change"))).click();
  await schools.fill("2");
  await schools.blur();
  chair.expect(refusal(422));
  await chair.alert("refusal.quorum.too-small", { group: roleGroups.school.en, value: 2, least: 3 }).waitFor();
  await schools.fill("4");
  await schools.blur();
  await chair.sees("chair.open.short", asked);
  await schools.fill("3");
  await schools.blur();
  await chair.gone("chair.open.short", asked);
  await chair.reads(`At least 3 people of the role group ${roleGroups.school.en}`);
  await chair.reads(`กลุ่มผู้มีส่วนได้ส่วนเสีย (${roleGroups.school.th}) อย่างน้อย 3 คน`);
  assert.deepEqual([...(await violations(chair.page)), ...(await overflow(chair.page))], []);
  await chair.press("chair.open.do");
  await projector.reads(`กลุ่มผู้มีส่วนได้ส่วนเสีย (${roleGroups.school.th}) อย่างน้อย 3 คน`);

  // Two of the three schools rate, and everybody else.
  await rate(phone, 8, 8);
  await rate(laptop, 8, 8);
  const { open } = await others[0].topic("rounds");
  for (const person of others.slice(0, 3)) await person.do("ballot.cast", { round: open.id, recommendation: open.recommendations[0], ratings: { feasible: 8, acceptable: 8 } });
  await chair.sees("chair.rated", { n: 5, of: 6 });
  await chair.press("chair.close-round");
  await chair.press("chair.close-round-now");
  await chair.press("chair.show-result");
  await projector.sees("screen.suggested");
  await projector.sees("common.state.no-quorum");
  await phone.heading("phone.results", { n: 1 }).waitFor();
  await phone.sees("common.state.no-quorum");
  for (const [person, row] of [[phone, `${roleGroups.school.th}ให้คะแนนอย่างน้อย 3 คน`], [chair, `at least 3 ratings from ${roleGroups.school.en}`]]) {
    const cells = person.page.getByRole("row", { name: part(row) }).getByRole("cell");
    assert.deepEqual(await cells.allTextContents(), Array(2).fill(`– ${person.t("common.gate.failed")}`), "how few they were is not told");
    assert.deepEqual([...(await violations(person.page)), ...(await overflow(person.page))], []);
  }
  const noQuorum = `${chair.t("chair.outcome.no-quorum")} ${chair.t("chair.suggested")}`;
  await chair.page.getByRole("radio", { name: whole(noQuorum) }).check({ force: true });
  await chair.press("chair.record");
  await projector.sees("screen.decision");
  await toText(phone);
  await phone.sees("common.state.no-quorum");
});

story("fewer than three ratings show nothing", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "en");
  const phones = [await s.phone("en", "officer"), await s.phone("en", "school")];
  await openRound(chair);
  for (const phone of phones) await rate(phone, 9, 1);
  await chair.sees("chair.rated", { n: 2, of: 2 });
  await chair.press("chair.close-round");
  await chair.press("chair.show-result");
  await projector.sees("screen.result-of", { n: 1 });
  const [phone] = phones;
  await phone.page.getByText(whole(phone.t("phone.result.table"))).click();
  const rows = phone.page.getByRole("table", { name: part(phone.t("common.feasible")) }).getByRole("row");
  assert.deepEqual((await rows.allInnerTexts()).slice(1), [`${phone.t("common.room")}\t0\t–`], "one empty row");
  const { results } = await (await s.at.staff("chair")).topic("rounds");
  const counts = results[0].criteria.flatMap((c) => c.rows.flatMap((r) => r.counts));
  assert.deepEqual(counts.filter((n) => n > 0), [], "no rating leaves the server");
});

story("somebody who comes after the round opened is not asked to rate in vain", async (s) => {
  const w = await s.workshop();
  await w.participants(3, "officer");
  const chair = await s.staff("chair", "en");
  await openRound(chair);
  await chair.sees("chair.rated", { n: 0, of: 3 });
  const late = await s.phone("en", "officer");
  await late.heading("phone.programme").waitFor();
  assert.equal(await late.button("phone.rate.send").count(), 0, "no ballot that would be refused");

  // The next round counts them in, on the phone that is already open.
  await chair.press("chair.close-round");
  await chair.press("chair.close-round-now");
  await openRound(chair, "chair.rate-again");
  await rate(late, 8, 8);
  await chair.sees("chair.rated", { n: 1, of: 4 });
});

/** Types the code at the start page, as somebody without a camera does. */
async function joinByCode(s, lang, name) {
  const phone = await s.person("phone", lang);
  await phone.open("/", { live: false });
  await phone.field("home.code").fill(s.at.code);
  await phone.press("home.join");
  await joinAs(phone, "officer", name);
  return phone;
}

/** Rates with the arrow keys, from the first number on. */
async function rateByKeyboard(phone, feasible, acceptable) {
  for (const [criterion, n] of [["feasible", feasible], ["acceptable", acceptable]]) {
    await scale(phone, criterion).first().press("Space");
    for (let at = 1; at < n; at++) await phone.page.keyboard.press("ArrowRight");
  }
  await phone.button("phone.rate.send").press("Enter");
  await phone.sees("phone.rated-all");
}

/** The whole room's median of a criterion, in the table. */
async function median(phone, criterion) {
  const room = phone.page.getByRole("table", { name: part(phone.t(criterion)) }).getByRole("row", { name: part(phone.t("common.room")) });
  return (await room.getByRole("cell").nth(1).innerText()).split(" ")[0];
}

/** For each condition of the gate and each criterion whether it is met, in the
 * words of a screen reader. */
async function gate(person) {
  const table = person.page.getByRole("table").filter({ has: person.page.getByRole("columnheader", { name: part(person.t("common.gate")) }) });
  const cells = await table.getByRole("cell").allTextContents();
  return cells.map((words) => !words.includes(person.t("common.gate.failed")));
}

/** The choice "agreed", which the conditions suggest. */
const agreedAsSuggested = (chair) => whole(`${chair.t("chair.outcome.agreed")} ${chair.t("chair.suggested")}`);

async function toText(phone) {
  await phone.link("phone.tab.texts").click();
  await phone.page.getByRole("main").getByRole("link").first().click();
  await phone.heading("common.recommendation", { n: 1 }).waitFor();
}
