// The list of what was counted in a closed round, fetched once for all of its
// results.
import { type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Mine, url } from "../lib";
import type { Result } from "../types";

/** What /w/{id}/receipts/{round}.json says. */
export interface Receipts {
  recommendations: { id: string; criteria: { criterion: string; receipts: { code: string; rating: number }[] }[] }[];
}

type State = Receipts | "looking" | "failed";

const lists = new Map<string, Signal<State>>();

/** Phones look at different moments, within so many ms: a round closes for the
 * whole room at once. */
const SPREAD = 3_000;

/** The list of a round, and a way to ask for it again. */
export function useReceipts(round: string): { list: State; again: () => void } {
  let list = lists.get(round);
  const fresh = !list;
  if (!list) lists.set(round, (list = signal<State>("looking")));
  const at = list;
  useEffect(() => {
    if (fresh) setTimeout(() => void look(round, at), Math.random() * SPREAD);
  }, [round]);
  return { list: at.value, again: () => void look(round, at) };
}

async function look(round: string, at: Signal<State>) {
  at.value = "looking";
  try {
    const answer = await fetch(url(`/receipts/${round}.json`));
    at.value = answer.ok ? await answer.json() : "failed";
  } catch {
    at.value = "failed";
  }
}

export interface Checked {
  criterion: string;
  code: string;
  given: number;
  counted: number | undefined; // undefined: not in the list
}

/** One's own ratings of a result, looked up by their codes. Where too few rated
 * for anything to be shown there is nothing to look up. */
export function check(list: Receipts, result: Result, { ratings, codes }: Mine): Checked[] {
  const listed = list.recommendations.find((r) => r.id === result.recommendation)?.criteria ?? [];
  return result.criteria.filter((c) => ratings[c.criterion] && c.rows[0].n > 0).map(({ criterion }) => {
    const receipts = listed.find((c) => c.criterion === criterion)?.receipts ?? [];
    const code = codes[criterion] ?? "";
    return { criterion, code, given: ratings[criterion], counted: receipts.find((r) => r.code === code)?.rating };
  });
}
