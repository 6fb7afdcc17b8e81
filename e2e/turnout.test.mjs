// How many have rated comes in a frame of its own. Between it and the frame
// that opens or closes the round, pages show what they last knew of this very
// round, or nothing: never another count.
import assert from "node:assert/strict";
import { story, until } from "./lib/story.mjs";

story("between two frames no page shows a wrong count", async (s) => {
  const w = await s.workshop();
  const chair = await w.staff("chair");
  const officers = await w.participants(3, "officer");
  const [{ id }] = (await chair.topic("texts")).recommendations;
  const pages = await Promise.all([
    watcher(s, "laptop", w.links.chair),
    watcher(s, "projector", w.links.screen),
    watcher(s, "phone", w.links.interpreter, `/w/${w.id}?as=interpreter`),
  ]);
  const [console, projector, phone] = pages;
  const counts = () => Promise.all(pages.map(({ page }) => page.evaluate(() => (document.body.innerText.match(/\d+ (\/|of) [03]\b/g) ?? []))));
  const none = async (when) => assert.deepEqual((await counts()).flat(), [], when);

  await all(pages, (p) => p.hold("turnout"));
  await chair.do("round.open", { recommendations: [id] });
  await console.sees("chair.round-open", { n: 1 });
  await projector.sees("screen.round-open", { n: 1 });
  await all(pages, (p) => p.hasHeld("turnout"));
  await none("the round is open, its count is on its way");
  assert.equal(await console.button("chair.close-round").count(), 0, "nobody is asked about people who are not known");

  await all(pages, (p) => p.release());
  await console.sees("chair.rated", { n: 0, of: 3 });
  await projector.reads(/0 \/ 3/);
  await phone.sees("phone.round.look", { n: 0, of: 3 });
  const { open } = await chair.topic("rounds");
  for (const officer of officers) await officer.do("ballot.cast", { round: open.id, recommendation: id, ratings: { feasible: 8, acceptable: 8 } });
  await console.sees("chair.rated", { n: 3, of: 3 });
  await projector.reads(/3 \/ 3/);
  await phone.sees("phone.round.look", { n: 3, of: 3 });

  await all(pages, (p) => p.hold("rounds"));
  await chair.do("round.close", { round: open.id });
  await all(pages, (p) => p.hasHeld("rounds"));
  await all(pages, (p) => p.hasShown("turnout", "")); // it is of no round now
  await console.sees("chair.rated", { n: 3, of: 3 });
  await projector.reads(/3 \/ 3/);
  await phone.sees("phone.round.look", { n: 3, of: 3 });
  await all(pages, (p) => p.release());
  await console.gone("chair.round-open", { n: 1 });
  await phone.gone("phone.round.look", { n: 3, of: 3 });
});

const all = (pages, act) => Promise.all(pages.map(act));

/** Somebody whose frames of a topic can be held back. */
async function watcher(s, device, link, path) {
  const person = await s.person(device, "en");
  await person.context.addInitScript(holdFrames);
  await person.open(link);
  if (path) await person.open(path);
  const { page } = person;
  person.hold = (topic) => page.evaluate((name) => (globalThis.frames_.holding = name), topic);
  person.hasHeld = (topic) => until(() => page.evaluate((name) => globalThis.frames_.held.some((h) => h.topic === name), topic), `a frame of ${topic} came`);
  person.hasShown = (topic, round) => until(() => page.evaluate(shown, [topic, round]), `a frame of ${topic} was shown`);
  person.release = () => page.evaluate(() => globalThis.frames_.release());
  return person;
}

/** Runs in the page: whether the last frame of a topic is of a round, and drawn. */
async function shown([topic, round]) {
  const last = globalThis.frames_.taken.findLast((f) => f.topic === topic);
  if (last?.round !== round) return false;
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return true;
}

/** Runs in the page, before its scripts. */
function holdFrames() {
  const state = {
    holding: "",
    held: [],
    taken: [],
    release() {
      this.holding = "";
      for (const { take } of this.held.splice(0)) take();
    },
  };
  globalThis.frames_ = state;
  const listen = EventSource.prototype.addEventListener;
  EventSource.prototype.addEventListener = function (name, take) {
    listen.call(this, name, (e) => {
      const { topic, state: now } = name === "topic" ? JSON.parse(e.data) : {};
      if (topic && topic === state.holding) return state.held.push({ topic, take: () => take(e) });
      take(e);
      state.taken.push({ topic, round: now?.round });
    });
  };
}
