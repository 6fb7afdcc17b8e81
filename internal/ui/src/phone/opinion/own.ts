// One's own side of the open collecting of opinions: fetched for oneself alone,
// a dozen statements ahead, so that one can go on without a network.
import { computed, signal } from "@preact/signals";
import { act, connection, pending, topic, url, waiting } from "../../lib";
import type { OwnOpinion, OwnVote } from "../../types";

export const own = signal<OwnOpinion | null>(null);

/** What was answered here since `own` was fetched, by statement. */
const answered = signal<Record<string, number>>({});

/** The picture that `own` belongs to. */
export const seen = signal("");

let fetching = false;
let soon: ReturnType<typeof setTimeout> | undefined;

/** Fetches anew within a while: the map of a large room moves every second, and
 * not every phone can ask each time. */
export function fetchSoon() {
  soon ??= setTimeout(() => void fetchOwn(), 2_000 + Math.random() * 8_000);
}

/** Fetches anew, one request at a time; offline, what is there stays. */
export async function fetchOwn() {
  if (fetching) return;
  fetching = true;
  clearTimeout(soon);
  soon = undefined;
  const picture = topic("opinion").value.map?.picture ?? "";
  try {
    const before = answered.peek();
    const answer = await fetch(url("/opinion/next?votes=1"));
    if (answer.ok) {
      own.value = await answer.json();
      seen.value = picture;
      forget(before);
    }
  } catch {
    // offline: the next connection brings it
  } finally {
    fetching = false;
  }
}

/** Forgets answers that the server knew of when it was asked. */
function forget(before: Record<string, number>) {
  const known = new Set(own.value!.votes.map((v) => v.statement));
  const left = Object.entries(answered.value).filter(([id, vote]) => before[id] !== vote || !known.has(id) || waits(id));
  answered.value = Object.fromEntries(left);
}

const waits = (id: string) => pending("statement.vote", (b) => b.statement === id && b.opinion === topic("opinion").value.id) !== undefined;

/** What to answer next: not yet answered, the first first. */
export const next = computed(() => (own.value?.next ?? []).filter((s) => !(s.statement in answered.value)));

/** One's answers, those on their way included. */
export const votes = computed<OwnVote[]>(() => {
  const o = own.value;
  if (!o) return [];
  const before = o.votes.map((v) => ({ ...v, vote: answered.value[v.statement] ?? v.vote }));
  const fresh = o.next.filter((s) => s.statement in answered.value).map((s) => ({ ...s, vote: answered.value[s.statement] }));
  return [...before, ...fresh];
});

/** Answers a statement, or answers it anew. */
export function vote(statement: string, value: number) {
  answered.value = { ...answered.value, [statement]: value };
  void act("statement.vote", { opinion: own.value!.id, statement, vote: value }).then(({ ok }) => {
    if (!ok) void fetchOwn();
  });
}

/** How many answers are still on their way. */
export const onTheirWay = computed(() => waiting.value.filter((c) => c.name === "statement.vote").length);

/** Whether the server can be asked now. */
export const online = computed(() => connection.value.state === "connected");
