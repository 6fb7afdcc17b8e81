// Which recommendation is on the table.
import { topic } from "../../lib";
import type { OpenRound, Recommendation, Result } from "../../types";
import { goTo, place } from "../place";
import { isFinal } from "../recommendation";

/** The one the chair chose; else the one on the projector, in the open round,
 * or the first without a final decision. */
export function chosen(): Recommendation | undefined {
  const all = topic("texts").value.recommendations;
  const screen = topic("screen").value;
  const rated = topic("rounds").value.open?.recommendations ?? [];
  const shown = screen.mode === "recommendation" || screen.mode === "result" ? screen.ref : "";
  const by = (id: string) => all.find((r) => r.id === id);
  return by(place.value) ?? by(shown) ?? by(rated[0]) ?? all.find((r) => !isFinal(r)) ?? all[0];
}

export const choose = (r: Recommendation) => goTo(r.id);

/** The one after it, the first after the last; undefined when it is alone. */
export function after(r: Recommendation): Recommendation | undefined {
  const all = topic("texts").value.recommendations;
  const next = all[(all.findIndex((x) => x.id === r.id) + 1) % all.length];
  return next.id === r.id ? undefined : next;
}

/** The open round, if it rates the recommendation. */
export function roundOn(r: Recommendation): OpenRound | undefined {
  const { open } = topic("rounds").value;
  return open?.recommendations.includes(r.id) ? open : undefined;
}

/** The newest result on it. */
export const resultOf = (r: Recommendation): Result | undefined => topic("rounds").value.results.find((x) => x.recommendation === r.id);
