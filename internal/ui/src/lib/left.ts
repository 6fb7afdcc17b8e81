import { useEffect, useState } from "preact/hooks";
import { now, serverTime } from "./clock";

const MINUTE = 60_000;

/** Whole minutes until a moment by the server's clock, rounded up; 0 and less
 * when it has passed, null when there is none. Whoever calls it is drawn anew
 * when that changes, and at no other time. */
export function useMinutesLeft(until: string | undefined): number | null {
  const [, again] = useState(0);
  void now.value; // the server's clock was set
  const ms = until ? Date.parse(until) - serverTime() : NaN;
  const left = Math.ceil(ms / MINUTE);
  useEffect(() => {
    if (!until || left <= 0) return;
    const timer = setTimeout(() => again((n) => n + 1), ms - (left - 1) * MINUTE + 20);
    return () => clearTimeout(timer);
  });
  return until ? left : null;
}
