// Without a network nothing that somebody typed is lost.
import assert from "node:assert/strict";
import { lost, refusal, whole } from "./lib/browser.mjs";
import { tap } from "./lib/rounds.mjs";
import { story, until } from "./lib/story.mjs";

const question = "ใครจ่ายค่าล่าม";
const wording = "ให้โรงเรียนทุกแห่งกำหนดผู้ประสานงานสองคน";

story("a phone that goes offline sends everything when it is back, once", async (s) => {
  const w = await s.workshop();
  const chair = await w.staff("chair");
  const phone = await s.phone("th", "officer");
  await openRound(chair);
  await phone.link("common.recommendation", { n: 1 }).waitFor();
  phone.expect(lost);
  await phone.context.setOffline(true);
  await phone.sees("common.live.reconnecting");
  await type(phone);
  await phone.sees("common.waiting", { n: 3 });
  await phone.context.setOffline(false);
  await arrived(phone, chair);
});

story("what was typed while the server was down survives a reload and arrives once", async (s) => {
  const w = await s.workshop();
  const chair = await w.staff("chair");
  const phone = await s.phone("th", "officer");
  await openRound(chair);
  await phone.link("common.recommendation", { n: 1 }).waitFor();
  phone.expect(lost);
  await s.server.kill();
  await type(phone);
  await phone.sees("common.waiting", { n: 3 });
  await s.server.start();
  await phone.page.reload();
  await phone.alive();
  await arrived(phone, chair);
});

story("what waits goes out in order, from two tabs and whatever the clock says", async (s) => {
  const w = await s.workshop();
  const chair = await w.staff("chair");
  const phone = await s.phone("th", "officer");
  const other = Object.create(phone, { page: { value: await phone.context.newPage() } });
  await other.page.goto(`/w/${w.id}#ask`);
  await other.field("phone.ask.label").waitFor();
  await phone.link("phone.tab.ask").click();
  phone.expect(lost);
  await phone.context.setOffline(true);
  const asked = ["หนึ่ง", "สอง", "สาม"].map((n) => `คำถามข้อ${n}`);
  await ask(phone, asked[0]);
  await other.sees("common.waiting", { n: 1 });
  await other.page.clock.setFixedTime(Date.now() - 3_600_000); // set back by an hour
  await ask(other, asked[1]);
  await phone.sees("common.waiting", { n: 2 });
  await ask(phone, asked[2]);
  await phone.context.setOffline(false);
  await until(async () => (await chair.topic("questions")).questions.length === 3, "the questions are there");
  const { questions } = await chair.topic("questions");
  assert.deepEqual(questions.map((q) => q.text), asked);
});

story("a half-typed draft survives an update, and an amendment to a text that moved on comes back", async (s) => {
  const w = await s.workshop();
  const rapporteur = await w.staff("rapporteur");
  const phone = await s.phone("th", "school");
  await toAmendment(phone);
  await phone.field("phone.amend.text").fill(wording);

  // The text changes under the draft: the phone shows both.
  await rewrite(rapporteur, "ให้โรงเรียนประถมกำหนดผู้ประสานงานหนึ่งคน");
  await phone.sees("phone.amend.moved-on");
  assert.equal(await phone.field("phone.amend.text").inputValue(), wording);
  await phone.press("phone.amend.seen");
  await phone.field("phone.amend.reason").fill("คนเดียวไม่พอ");

  // It changes again while the phone is away: what was sent comes back.
  phone.expect(lost, refusal(422));
  await phone.context.setOffline(true);
  await phone.press("phone.amend.send");
  await phone.sees("common.waiting", { n: 1 });
  await rewrite(rapporteur, "ให้โรงเรียนประถมและมัธยมกำหนดผู้ประสานงานหนึ่งคน");
  await phone.context.setOffline(false);
  await phone.heading("common.cameback.amendment.propose").waitFor();
  await phone.sees("refusal.text.moved-on", { rev: 3 });
  await phone.reads(wording);
  await phone.press("common.reopen");
  assert.equal(await phone.field("phone.amend.text").inputValue(), wording, "what was typed is in the form again");
  assert.equal(await phone.field("phone.amend.reason").inputValue(), "คนเดียวไม่พอ");
  const { recommendations } = await rapporteur.topic("texts");
  assert.deepEqual(recommendations[0].amendments, [], "nothing was proposed");
});

for (const address of ["/me?", "/do/question.ask?"]) {
  story(`an answer to ${address} that stops half-way holds nothing up`, async (s) => {
    const w = await s.workshop();
    const chair = await w.staff("chair");
    const phone = await s.phone("th", "officer");
    await phone.sees("common.live.connected");
    await phone.link("phone.tab.ask").click();
    await phone.page.clock.install();
    await phone.page.evaluate(stall, address);
    await ask(phone, question);
    await ask(phone, "เริ่มเมื่อไร");
    await phone.page.waitForFunction(() => globalThis.stalled);
    await phone.page.clock.fastForward(20_000);
    await until(async () => (await chair.topic("questions")).questions.length === 2, "both questions are there");
    await nothingWaits(phone);
  });
}

story("a large topic that stops half-way is fetched again", async (s) => {
  const long = (n) => ({ segments: [{ th: `${n} ${"ข้อความ".repeat(300)}`, en: `${n} ${"text ".repeat(400)}` }], owner: {}, evidence: [] });
  const w = await s.workshop({ recommendations: [1, 2, 3, 4, 5, 6, 7, 8].map(long) });
  const rapporteur = await w.staff("rapporteur");
  const phone = await s.phone("th", "officer");
  await phone.sees("common.live.connected");
  await phone.link("phone.tab.texts").click();
  await phone.page.getByRole("main").getByRole("link").first().click();
  await phone.page.clock.install();
  await phone.page.evaluate(stall, "/topic/texts?");
  await rewrite(rapporteur, wording);
  await phone.page.waitForFunction(() => globalThis.stalled);
  await phone.page.clock.fastForward(60_000);
  await phone.page.clock.fastForward(10_000); // it waits a little before it asks again
  await phone.reads(wording);
});

story("the login page of a Wi-Fi is no answer: what was typed is sent again", async (s) => {
  const w = await s.workshop();
  const chair = await w.staff("chair");
  const phone = await s.phone("th", "officer");
  await phone.link("phone.tab.ask").click();
  await phone.page.route("**/do/question.ask*", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Wi-Fi</h1>" }), { times: 1 });
  await ask(phone, question);
  await until(async () => (await chair.topic("questions")).questions.length === 1, "the question is there");
  await nothingWaits(phone);
});

/** Asks, rates and proposes. */
async function type(phone) {
  await tap(phone, "feasible", 7);
  await tap(phone, "acceptable", 8);
  await phone.press("phone.rate.send");
  await phone.link("phone.tab.ask").click();
  await ask(phone, question);
  await phone.page.getByText(whole(question)).waitFor();
  await toAmendment(phone, 2);
  await phone.field("phone.amend.text").fill(wording);
  await phone.field("phone.amend.reason").fill("คนเดียวไม่พอ");
  await phone.press("phone.amend.send");
}

async function ask(phone, words) {
  await phone.field("phone.ask.label").fill(words);
  await phone.press("phone.ask.send");
}

/** Up to three things are sent, one after the other. */
async function nothingWaits(phone) {
  for (const n of [3, 2, 1]) await phone.gone("common.waiting", { n });
}

/** Everything is there, each once, and nothing waits any more. */
async function arrived(phone, chair) {
  await nothingWaits(phone);
  await phone.link("phone.tab.ask").click();
  await phone.page.getByRole("listitem").getByText(whole(question)).waitFor();
  await phone.link("phone.tab.now").click();
  await phone.sees("phone.rated-all");
  await phone.sees("common.live.connected");
  const [{ questions }, { recommendations }, { rated }] = await Promise.all([chair.topic("questions"), chair.topic("texts"), chair.topic("turnout")]);
  assert.deepEqual(questions.map((q) => q.text), [question]);
  assert.deepEqual(recommendations.flatMap((r) => r.amendments).map((a) => a.text), [wording]);
  assert.equal(rated, 1);
}

async function toAmendment(phone, n = 1) {
  await phone.link("phone.tab.texts").click();
  await phone.page.getByRole("main").getByRole("link").nth(n - 1).click();
  await phone.press("phone.amend");
}

async function openRound(chair) {
  const { recommendations } = await chair.topic("texts");
  await chair.do("round.open", { recommendations: [recommendations[0].id] });
}

async function rewrite(rapporteur, text) {
  const [segment] = (await rapporteur.topic("texts")).recommendations[0].segments;
  await rapporteur.do("wording.edit", { segment: segment.id, lang: "th", rev: segment.wordings.th.rev, text });
}

/** In the page: the next answer from an address has a head, and a body that
 * never comes. */
function stall(address) {
  const plain = globalThis.fetch;
  globalThis.fetch = async (at, init = {}) => {
    const answer = await plain(at, init);
    if (globalThis.stalled || !String(at).includes(address)) return answer;
    globalThis.stalled = true;
    const body = new ReadableStream({ start: (c) => init.signal?.addEventListener("abort", () => c.error(init.signal.reason)) });
    return new Response(body, { status: answer.status });
  };
}
