// The 24-hour clock, as far as the programme needs it.
import type { Item } from "./types";

/** What somebody typed as "08:30", where it can be read: 8.30, 830, ๐๘.๓๐ น.,
 * 1:00 pm. Anything else stays as it is, for the server to say why not. */
export function tidyClock(typed: string): string {
  const text = typed.trim().replace(/[๐-๙]/g, (d) => String("๐๑๒๓๔๕๖๗๘๙".indexOf(d)));
  const m = /^(\d{1,2})(?:[:.h](\d{2})|(\d{2}))?\s*(?:น\.?|([ap])\.?m\.?)?$/i.exec(text);
  if (!m) return typed.trim();
  const half = m[4]?.toLowerCase();
  const h = half ? (Number(m[1]) % 12) + (half === "p" ? 12 : 0) : Number(m[1]);
  const min = Number(m[2] ?? m[3] ?? 0);
  return h > 23 || min > 59 ? typed.trim() : clock(h * 60 + min);
}

/** "08:30" for 510, within one day. */
export function clock(minutes: number): string {
  const m = Math.min(Math.max(minutes, 0), 24 * 60 - 1);
  return `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`;
}

/** 510 for "08:30"; NaN for what is no time. */
export function minuteOf(text: string): number {
  const m = /^(\d{2}):(\d{2})$/.exec(text);
  return m ? Number(m[1]) * 60 + Number(m[2]) : NaN;
}

/** The minutes of item i: until its end, or, without one, until the next item
 * of the day begins; 0 where neither is known. */
export function lengthOf(items: Item[], i: number): number {
  const next = items[i + 1];
  const end = items[i].end || (next?.date === items[i].date ? next.start : "");
  const minutes = minuteOf(end) - minuteOf(items[i].start);
  return minutes > 0 ? minutes : 0;
}

/** The minutes in which the room can agree; items side by side count once. */
export function decisionMinutes(items: Item[]): number {
  const counted = new Set<string>();
  return items.reduce((sum, item, i) => {
    const slot = `${item.date} ${item.start}`;
    if (!item.decides || counted.has(slot)) return sum;
    counted.add(slot);
    return sum + lengthOf(items, i);
  }, 0);
}

type Slot = Pick<Item, "date" | "start" | "end">;

/** The slots of two neighbours that change places: each keeps its length, and
 * the pair its place in the day. Across days, or where a length is not known,
 * they take each other's slot. */
export function exchange(a: Item, b: Item): { a: Slot; b: Slot } {
  const [startA, endA, startB, endB] = [a.start, a.end, b.start, b.end].map(minuteOf);
  const gap = startB - endA;
  if (a.date !== b.date || !(endA >= startA) || !(endB >= startB) || !(gap >= 0)) {
    return { a: { date: b.date, start: b.start, end: b.end }, b: { date: a.date, start: a.start, end: a.end } };
  }
  const turn = startA + (endB - startB);
  return {
    b: { date: b.date, start: a.start, end: clock(turn) },
    a: { date: a.date, start: clock(turn + gap), end: clock(turn + gap + (endA - startA)) },
  };
}
