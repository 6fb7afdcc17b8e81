import { t } from "../t";

/** The shape that goes with a state: form and word first, colour helps. */
export const shapes: Record<string, string> = {
  agreed: "full",
  "agreed-with-dissent": "half",
  revise: "diamond",
  amended: "diamond",
  rating: "ring",
  rated: "dot",
  rejected: "square",
  "no-quorum": "dash",
  draft: "open",
};

/** Where a recommendation stands. */
export function StateMark({ state, words }: { state: string; words?: string }) {
  return <span class={`state ${state} mark-${shapes[state] ?? "open"}`}>{words ?? t(`common.state.${state}`)}</span>;
}
