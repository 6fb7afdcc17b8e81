// One tab of a browser leads: it holds the one stream and sends what waits.
// Plain http has neither navigator.locks nor service workers, so the tabs agree
// by a heartbeat in localStorage and talk over a BroadcastChannel. Should two
// lead for a moment, nothing breaks: topics replace each other by revision, and
// commands carry a key.
import { signal } from "@preact/signals";
import { storeKey } from "./page";
import { randomKey } from "./random";
import * as store from "./store";

const KEY = storeKey("leader");
const TAB = randomKey();
const EVERY = 1_500;
const STALE = 6_000; // a hidden tab's timers run once a second at best

/** Whether this tab leads. */
export const leading = signal(false);

type Handler = (data: any) => void;
const handlers = new Map<string, Handler>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(storeKey("tabs"));

/** Says something to the other tabs of this browser. */
export function tell(kind: string, data: unknown = null) {
  channel?.postMessage({ kind, data });
}

/** Hears what other tabs say. */
export function hear(kind: string, handler: Handler) {
  handlers.set(kind, handler);
}

function holder(): { tab: string; at: number } {
  try {
    return JSON.parse(store.get(KEY) ?? "") as { tab: string; at: number };
  } catch {
    return { tab: "", at: 0 };
  }
}

/** Shows that this tab is alive; steps down when another one took over. */
export function heartbeat() {
  const { tab, at } = holder();
  const alive = Math.abs(Date.now() - at) < STALE;
  if (tab === TAB || !alive) store.set(KEY, JSON.stringify({ tab: TAB, at: Date.now() }));
  if (tab === TAB) leading.value = true;
  else if (alive) leading.value = false;
  else setTimeout(confirm, 40 + Math.random() * 80);
}

/** Of two tabs that claimed at once, the later writer leads. */
function confirm() {
  leading.value = holder().tab === TAB;
}

function resign() {
  if (!leading.peek()) return;
  store.remove(KEY);
  leading.value = false;
  tell("resigned");
}

/** Begins to take part; until then a page is on its own. */
export function takePart() {
  if (channel) channel.onmessage = (e) => handlers.get(e.data.kind)?.(e.data.data);
  hear("resigned", () => setTimeout(heartbeat, Math.random() * 50));
  addEventListener("pagehide", resign);
  addEventListener("pageshow", heartbeat);
  setInterval(heartbeat, EVERY);
  heartbeat();
}
