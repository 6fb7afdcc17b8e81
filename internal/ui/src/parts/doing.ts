// A command with its answer in place: the button that gave it shows that it is
// on its way, and a refusal stands beside it instead of at the top of the page.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { act, cameBack, discard } from "../lib";

/** A command that takes longer than this, in ms, is said to be waiting. */
const MOMENT = 1_200;

export interface Doing {
  /** On its way: not yet answered. */
  busy: boolean;
  /** On its way for longer than a moment: kept here until it gets through. */
  slow: boolean;
  /** Why it was refused, empty for not. */
  refused: string;
  /** The code of the refusal. */
  code: string;
  /** Gives the command; true when it was done. One at a time. */
  run: (name: string, fields?: Record<string, unknown>) => Promise<boolean>;
  /** Takes the refusal away. */
  forget: () => void;
}

export function useDoing(): Doing {
  const busy = useSignal(false);
  const slow = useSignal(false);
  const refused = useSignal({ code: "", message: "" });
  const here = useRef(true);
  useEffect(() => () => void (here.current = false), []);
  const forget = () => (refused.value = { code: "", message: "" });
  const run = async (name: string, fields: Record<string, unknown> = {}) => {
    if (busy.peek()) return false;
    busy.value = true;
    forget();
    const timer = setTimeout(() => (slow.value = true), MOMENT);
    const outcome = await act(name, fields);
    clearTimeout(timer);
    busy.value = slow.value = false;
    if (outcome.ok) return true;
    if (here.current) {
      refused.value = outcome;
      takeBack(name, fields);
    }
    return false;
  };
  return { busy: busy.value, slow: slow.value, refused: refused.value.message, code: refused.value.code, run, forget };
}

/** Takes a refusal that is shown in place off the list at the top. */
function takeBack(name: string, fields: Record<string, unknown>) {
  const body = JSON.stringify(fields);
  const mine = cameBack.peek().find((c) => c.name === name && JSON.stringify(c.body) === body);
  if (mine) discard(mine);
}
