// What this person rated, with its receipts, in this browser alone: once a round
// has closed the server can no longer tell. It goes with everything else of this
// person when they leave or erase themselves here, and after thirty days.
import { storeKey } from "./page";
import * as store from "./store";

export interface Mine {
  ratings: Record<string, number>;
  dontKnow: string[];
  codes: Record<string, string>; // receipts, by criterion
  at: number;
}

const LONGEST = 30 * 24 * 3_600_000;

const place = (round: string, rec: string) => storeKey("mine", round, rec);

/** Keeps a ballot that the server took, with the codes of its answer. */
export function keepMine(ballot: any, answer: any) {
  const kept: Mine = { ratings: ballot.ratings, dontKnow: ballot.dontKnow ?? [], codes: answer?.codes ?? {}, at: Date.now() };
  store.set(place(ballot.round, ballot.recommendation), JSON.stringify(kept));
}

/** What one rated in a round; null when this browser knows of nothing. */
export function mine(round: string, rec: string): Mine | null {
  return JSON.parse(store.get(place(round, rec)) ?? "null");
}

/** Forgets what is older than thirty days, of whichever workshop. */
export function forgetOld() {
  for (const key of store.keys("sala|")) {
    if (key.split("|")[4] === "mine" && !(JSON.parse(store.get(key) ?? "{}").at > Date.now() - LONGEST)) store.remove(key);
  }
}
