import { t } from "../t";

/** Where a recommendation stands; the style sheet gives each state its shape. */
export function StateMark({ state, words }: { state: string; words?: string }) {
  return <span class={`state ${state}`}>{words ?? t(`common.state.${state}`)}</span>;
}
