// Plain http allows a browser six connections to a server, and each role that is
// open in it wants a stream: a laptop that tries all roles would have none left
// to send anything. So a few streams stay, whatever their workshops and roles,
// and the pages of the others look in every moment.
import { randomKey } from "./random";
import * as store from "./store";

const SLOTS = [0, 1, 2].map((n) => `sala|stream|${n}`);
const STALE = 40_000; // who holds a slot says so with each of the server's beats, every 15 s
const TAB = randomKey();

/** Whether streams share one connection, as with HTTP/2. */
const shared = () =>
  /^h[23]/.test((performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined)?.nextHopProtocol ?? "");

function holder(slot: string): { tab: string; at: number } {
  try {
    return JSON.parse(store.get(slot) ?? "") as { tab: string; at: number };
  } catch {
    return { tab: "", at: 0 };
  }
}

/** Whether the stream of this tab may stay open; says that it does. */
export function mayStay(): boolean {
  if (shared()) return true;
  const slot = SLOTS.find((s) => holder(s).tab === TAB) ?? SLOTS.find((s) => Math.abs(Date.now() - holder(s).at) > STALE);
  if (slot) store.set(slot, JSON.stringify({ tab: TAB, at: Date.now() }));
  return !!slot;
}

/** This tab has no stream any more. */
export function giveUp() {
  SLOTS.filter((s) => holder(s).tab === TAB).forEach(store.remove);
}
