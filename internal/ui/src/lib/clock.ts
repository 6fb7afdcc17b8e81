// The server's clock, in the workshop's zone.
import { signal } from "@preact/signals";
import { page } from "./page";

let offset = page.now - Date.now();

/** The server's time in unix ms, to the minute. */
export const now = signal(serverTime());

/** The server's time this moment. */
export function serverTime(): number {
  return Date.now() + offset;
}

export function setServerTime(ms: number) {
  offset = ms - Date.now();
  tick();
}

let timer: ReturnType<typeof setTimeout>;

function tick() {
  clearTimeout(timer);
  const time = serverTime();
  const minute = time - (time % 60_000);
  if (now.peek() !== minute) now.value = minute;
  timer = setTimeout(tick, 60_000 - (time % 60_000) + 20);
}

tick();
document.addEventListener("visibilitychange", () => document.hidden || tick());

/** "14:52" at a moment in a zone. */
export function clockIn(zone: string, at: number = now.value): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
}

/** "2014-09-23" at a moment in a zone. */
export function dateIn(zone: string, at: number = now.value): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** Minutes of the day: 870 for "14:30". */
export function minutes(clock: string): number {
  const [h, m] = clock.split(":").map(Number);
  return h * 60 + m;
}
