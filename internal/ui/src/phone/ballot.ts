// One's ballot on one recommendation. What is half filled in comes before what
// waits to be sent, and that before what the server has.
import { act, clearDraft, draft, fieldText, me, pending, setDraft } from "../lib";

export interface Ballot {
  ratings: Record<string, number>;
  dontKnow: string[];
  reason: string;
}

const empty: Ballot = { ratings: {}, dontKnow: [], reason: "" };

const keyOf = (round: string, rec: string) => `ballot.${round}.${rec}`;

/** The draft of the reason beside a ballot. */
export const reasonField = (round: string, rec: string) => `${keyOf(round, rec)}.reason`;

/** What this person gave; null for nothing yet. An empty ballot abstains. */
export function cast(round: string, rec: string): Ballot | null {
  const waits = pending("ballot.cast", (b) => b.round === round && b.recommendation === rec);
  const given = waits?.body ?? me.value.ballots[round]?.[rec];
  return given ? { ...empty, ...given } : null;
}

/** What the scales show. */
export function filledIn(round: string, rec: string): Ballot {
  const given = cast(round, rec) ?? empty;
  const { ratings, dontKnow } = { ...given, ...JSON.parse(draft(keyOf(round, rec)).value ?? "{}") } as Ballot;
  return { ratings, dontKnow, reason: fieldText(reasonField(round, rec), given.reason) };
}

/** Answers one criterion: a number from 1 to 9, or null for not knowing. */
export function answer(round: string, rec: string, criterion: string, n: number | null) {
  const { ratings, dontKnow } = filledIn(round, rec);
  const others = dontKnow.filter((c) => c !== criterion);
  const { [criterion]: _, ...rest } = ratings;
  const next = n === null ? { ratings: rest, dontKnow: [...others, criterion] } : { ratings: { ...rest, [criterion]: n }, dontKnow: others };
  setDraft(keyOf(round, rec), JSON.stringify(next));
}

/** Sends a ballot; the draft has done its part. */
export function send(round: string, rec: string, { ratings, dontKnow, reason }: Ballot) {
  void act("ballot.cast", { round, recommendation: rec, ratings, dontKnow, reason: reason.trim() });
  clearDraft(keyOf(round, rec));
  clearDraft(reasonField(round, rec));
}

/** Whether anything was answered of a criterion. */
export const answered = (b: Ballot, criterion: string) => criterion in b.ratings || b.dontKnow.includes(criterion);
