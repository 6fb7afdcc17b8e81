// The programme check: the server looks at the draft soon after each change.
import { effect, signal } from "@preact/signals";
import { t } from "../lib/t";
import { kept } from "./read";
import { type Kept, type Working, change, review } from "./state";
import type { Finding, Item, Moved } from "./types";

interface Checked {
  items: Kept<Item>[]; // the programme that was looked at
  findings: Finding[];
}

/** What was found last, null before the first answer. */
export const checked = signal<Checked | null>(null);

/** Whether the programme is no longer the one that was looked at. */
export const stale = () => checked.value?.items !== review.value?.draft.items;

const PAUSE = 500; // ms after the last change

/** Keeps looking. What is asked holds neither titles nor people. */
export function keepChecking() {
  let timer: ReturnType<typeof setTimeout>;
  let asked = "";
  effect(() => {
    const draft = review.value?.draft;
    clearTimeout(timer);
    if (!draft) {
      checked.value = null;
      asked = "";
      return;
    }
    timer = setTimeout(async () => {
      const body = JSON.stringify(toCheck(draft));
      if (body === asked && checked.peek()) checked.value = { ...checked.peek()!, items: draft.items };
      else if (await check(draft, body)) asked = body;
    }, PAUSE);
  });
}

async function check(draft: Working, body: string): Promise<boolean> {
  try {
    const answer = await fetch("/new/check", { method: "POST", headers: { "Content-Type": "application/json" }, body });
    if (!answer.ok) return false;
    const { findings } = await answer.json();
    if (review.peek()?.draft.items === draft.items) checked.value = { items: draft.items, findings };
    return true;
  } catch {
    return false; // the next change asks again
  }
}

const toCheck = (d: Working) => ({
  floor: d.floor,
  interpretation: d.interpretation,
  recommendations: d.recommendations.map(() => ({})),
  items: d.items.map((i) => ({ date: i.date, start: i.start, end: i.end, kind: i.kind, room: i.room, decides: i.decides, subItems: i.subItems.map(() => ({})) })),
});

/** Takes a proposal over: the items of its day with their new times, and what
 * is new among them. */
export function apply(f: Finding) {
  const proposal = f.proposal;
  if (stale() || !proposal) return;
  change(t("review.plan-applied"), (d) => {
    const first = d.items.findIndex((i) => i.date === f.date);
    const day = proposal.map((m) => moved(d.items, m, f.date));
    const before = d.items.slice(0, first).filter((i) => i.date !== f.date);
    const after = d.items.slice(first).filter((i) => i.date !== f.date);
    return { ...d, items: [...before, ...day, ...after] };
  });
}

function moved(items: Kept<Item>[], m: Moved, date: string): Kept<Item> {
  if (m.of >= 0) return { ...items[m.of], start: m.start, end: m.end };
  const title = Object.fromEntries(review.peek()!.draft.required.flatMap((lang) => (m.title?.[lang] ? [[lang, m.title[lang]]] : [])));
  return kept({ date, start: m.start, end: m.end, kind: m.kind, decides: m.decides, title, room: "", speakers: [], subItems: [] });
}
