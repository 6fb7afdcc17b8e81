// The live topics: each a signal that a newer revision replaces as a whole.
import { type Signal, effect, signal } from "@preact/signals";
import { setServerTime } from "./clock";
import { heartbeat, hear, leading, takePart, tell } from "./leader";
import { askInTime } from "./fetch";
import { type TopicName, type Topics, page, url } from "./page";
import { giveUp, mayStay } from "./slots";
import { backoff } from "./random";
import type { Me } from "../types";

interface Frame {
  topic: TopicName;
  rev: number;
  state?: unknown;
  fetch?: boolean;
}

/** How this browser stands to the server. `since` is when it was lost. */
export interface Connection {
  state: "connecting" | "connected" | "reconnecting" | "signed-out";
  since: number;
}

export const connection = signal<Connection>({ state: "connecting", since: Date.now() });
export const me = signal<Me>(page.me);

const SILENCE = 40_000; // the server beats every 15 s
const AGAIN = 2_000; // ms until a page whose stream may not stay looks in again
const LARGE = 60_000; // ms for a topic that is fetched: it is large, and a network may be slow
const revs = new Map<TopicName, number>();
const signals = new Map<TopicName, Signal<unknown>>();
const newest = new Map<TopicName, Frame>(); // taken by this tab
let history = 0; // counts the histories of the workshop that this tab has seen
const latest = new Map<TopicName, Frame>(); // of every topic, for tabs that join

for (const [name, topic] of Object.entries(page.topics)) {
  revs.set(name as TopicName, topic.rev);
  signals.set(name as TopicName, signal(topic.state));
}

/** The signal of a topic that this page carries. */
export function topic<K extends TopicName>(name: K): Signal<Topics[K]> {
  const found = signals.get(name);
  if (!found) throw new Error(`this page does not carry the topic ${name}`);
  return found as Signal<Topics[K]>;
}

let asked = 0; // how often one's own view was asked for
let told = 0; // the newest question that has its answer

/** Fetches one's own view anew: what one rated, supports and proposed. The
 * answer to an older question never replaces that to a newer one. */
export async function refreshMe() {
  const mine = ++asked;
  try {
    const { status, ok, body } = await askInTime(url("/me"));
    if (status === 401) return signedOut();
    if (!ok || mine < told) return;
    told = mine;
    me.value = body;
    if (leading.peek()) tell("me", body);
  } catch {
    // offline: the next connection brings it
  }
}

/** The server no longer knows this browser: what waits is kept. */
export function signedOut() {
  stop();
  giveUp();
  setConnection("signed-out");
  if (leading.peek()) tell("connection", connection.peek());
}

/** A frame replaces what is there unless it is older. One of the same revision
 * is not: ballots and the clock change a topic without an event. */
function take(frame: Frame) {
  const mine = signals.get(frame.topic);
  if (!mine || frame.rev < (revs.get(frame.topic) ?? -1)) return;
  const busy = newest.get(frame.topic)?.fetch;
  newest.set(frame.topic, frame);
  if (frame.fetch) {
    if (!busy) void fetchTopic(frame.topic, 0);
    return;
  }
  revs.set(frame.topic, frame.rev);
  mine.value = frame.state;
}

/** Fetches a large topic, one request at a time however often it changes; what
 * changed meanwhile is fetched once more. */
async function fetchTopic(name: TopicName, tries: number) {
  const asked = newest.get(name);
  const of = history;
  if (!asked) return; // of another history
  try {
    const { status, ok, body } = await askInTime(url(`/topic/${name}`), {}, LARGE);
    if (status === 401) return signedOut();
    if (of !== history) return;
    if (status < 500) {
      const again = newest.get(name) !== asked;
      newest.delete(name);
      if (ok) take({ topic: name, rev: asked.rev, state: body });
      if (again) take({ topic: name, rev: asked.rev, fetch: true });
      return;
    }
  } catch {
    // tried again below
  }
  setTimeout(() => void fetchTopic(name, tries + 1), backoff(tries));
}

/** A backup was restored: what was seen is no longer what happened, however new
 * its revisions look. Everything is sent once more. */
function anew() {
  history++;
  for (const known of [revs, newest, latest]) known.clear();
}

// The stream, in the leading tab alone.

let stream: EventSource | null = null;
let last = page.seen;
let stays = true; // the stream, when it has brought what is new
let tries = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let watchdog: ReturnType<typeof setTimeout> | undefined;

function start() {
  stop();
  stays = mayStay();
  stream = new EventSource(url(`/live?since=${last}`));
  stream.onopen = connected;
  stream.onerror = dropped;
  stream.addEventListener("anew", () => {
    anew();
    tell("anew");
  });
  stream.addEventListener("topic", (e) => received(e as MessageEvent<string>));
  stream.addEventListener("beat", (e) => beat(e as MessageEvent<string>));
  watch();
}

function stop() {
  clearTimeout(retry);
  clearTimeout(watchdog);
  stream?.close();
  stream = null;
}

function watch() {
  clearTimeout(watchdog);
  watchdog = setTimeout(dropped, SILENCE);
}

function connected() {
  tries = 0;
  watch();
  const again = connection.peek().state === "connected"; // it looks in
  setConnection("connected");
  if (!again) void refreshMe();
}

/** What came last; with its id everything has come that there was. */
function seen(id: string) {
  last = id || last;
  if (stays || !id || !stream) return;
  stop();
  retry = setTimeout(start, AGAIN);
}

function received(e: MessageEvent<string>) {
  const frame = JSON.parse(e.data) as Frame;
  latest.set(frame.topic, frame);
  watch();
  take(frame);
  tell("frame", frame);
  seen(e.lastEventId);
}

function beat(e: MessageEvent<string>) {
  const { now } = JSON.parse(e.data) as { now: number };
  watch();
  heartbeat(); // a hidden tab's timers sleep, its stream does not
  setServerTime(now);
  tell("beat", now);
  stays &&= !stream || mayStay();
  seen(e.lastEventId);
}

function dropped() {
  stop();
  setConnection("reconnecting");
  retry = setTimeout(start, backoff(tries));
  tries++;
  if (tries % 3 === 0) void refreshMe(); // tells a lost session from a lost network
}

function setConnection(state: Connection["state"]) {
  if (connection.peek().state === state) return;
  connection.value = { state, since: Date.now() };
  if (leading.peek()) tell("connection", connection.peek());
}

/** The network is known to be gone: said at once, and tried again. */
export function lost() {
  if (leading.peek() && connection.peek().state === "connected") dropped();
}

function hurry() {
  const { state } = connection.peek();
  if (!leading.peek() || state === "signed-out" || (state === "connected" && stays)) return;
  tries = 0;
  start();
}

/** Opens the page's live side: call once, before drawing. */
export function goLive() {
  hear("frame", (frame: Frame) => {
    latest.set(frame.topic, frame);
    take(frame);
  });
  hear("anew", anew);
  hear("me", (view: Me) => (me.value = view));
  hear("beat", setServerTime);
  hear("connection", (c: Connection) => (connection.value = c));
  hear("hello", () => {
    if (!leading.peek()) return;
    latest.forEach((frame) => tell("frame", frame));
    tell("connection", connection.peek());
  });
  effect(() => {
    if (leading.value) return start();
    stop();
    giveUp();
  });
  takePart();
  tell("hello");
  addEventListener("online", hurry);
  addEventListener("offline", lost);
  document.addEventListener("visibilitychange", () => document.hidden || hurry());
}
