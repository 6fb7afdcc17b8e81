// Who has rated so far. It comes in a frame of its own, before or after the one
// that opens or closes the round.
import type { Turnout } from "../types";
import { topic } from "./live";

let last: Turnout | undefined; // of a round

/** The turnout of a round as it was last known; undefined until it is. What is
 * said of another round, or of none, is never said of this one. */
export function turnoutOf(round: string | undefined): Turnout | undefined {
  const newest = topic("turnout").value;
  if (newest.round) last = newest;
  return round && last?.round === round ? last : undefined;
}
