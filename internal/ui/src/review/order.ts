// What can be done to the programme as a list.
import { kept } from "./read";
import { type Working, edit } from "./state";
import { exchange } from "./times";

/** Item i changes places with the one before it (by -1) or after it (by 1). */
export function move(i: number, by: 1 | -1) {
  const first = Math.min(i, i + by);
  edit((d) => {
    const items = [...d.items];
    const [a, b] = [items[first], items[first + 1]];
    const slots = exchange(a, b);
    items[first] = { ...b, ...slots.b };
    items[first + 1] = { ...a, ...slots.a };
    return { ...d, items };
  });
}

/** An empty item after item i (-1: at the beginning), from where that one ends. */
export function addAfter(i: number): string {
  const added = kept({ date: "", start: "", end: "", title: {}, kind: "other", room: "", decides: false, speakers: [], subItems: [] });
  edit((d) => {
    const before = d.items[i];
    const item = { ...added, date: before?.date ?? d.items[0]?.date ?? today(), start: before?.end || before?.start || "09:00" };
    return { ...d, items: [...d.items.slice(0, i + 1), item, ...d.items.slice(i + 1)] };
  });
  return added.key;
}

/** A first item on the day after the last one. */
export function addDay(): string {
  const added = kept({ date: "", start: "09:00", end: "", title: {}, kind: "other", room: "", decides: false, speakers: [], subItems: [] });
  edit((d) => ({ ...d, items: [...d.items, { ...added, date: dayAfter(d.items[d.items.length - 1]?.date ?? "") }] }));
  return added.key;
}

export const without = (key: string) => (d: Working) => ({ ...d, items: d.items.filter((item) => item.key !== key) });

function dayAfter(date: string): string {
  const noon = Date.parse(`${date}T12:00:00Z`);
  return isNaN(noon) ? today() : new Date(noon + 24 * 3600_000).toISOString().slice(0, 10);
}

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
