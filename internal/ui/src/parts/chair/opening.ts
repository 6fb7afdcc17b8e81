// A round that the chair is about to open. What was chosen for it is kept as a
// draft; how it would come out, its gate in sentences above all, the server says
// before it is opened.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { clearDraft, draft, setDraft, t, topic, url } from "../../lib";

/** How many of a role group, other than the accepting party, must rate. */
export interface GroupQuorum {
  group: string;
  quorum: number;
}

export interface Gate {
  group_quorums?: GroupQuorum[];
  quorum: number;
  median: number;
  room_high: number; // shares are 0..1
  room_low: number;
  floor: number;
  percentile_type: number;
}

export interface Opening {
  recommendations: string[];
  criteria: string[]; // besides the two of the gate
  minutes: number; // 0 for no word on time
  gate: Gate | null; // null for the workshop's own
}

/** What /w/{id}/round/preview says. */
export interface Preview {
  number: number;
  entitled: number;
  gate: Gate;
  sentences: Record<string, string[]>;
  short: (GroupQuorum & { here: number })[]; // groups of which too few are in the room
}

const FIELD = "round.open";

/** What was chosen so far; null when no round is being prepared. */
export const opening = (): Opening | null => JSON.parse(draft(FIELD).value ?? "null");

export const begin = (recommendations: string[]) => change({ recommendations, criteria: [], minutes: 0, gate: null });

export function change(part: Partial<Opening>) {
  setDraft(FIELD, JSON.stringify({ ...opening(), ...part }));
}

export const end = () => clearDraft(FIELD);

/** A pause in choosing, in ms, after which the server is asked. */
const PAUSE = 150;

/** How the round would come out, or why it cannot be opened; neither while the
 * server is being asked. */
export function usePreview(o: Opening) {
  const preview = useSignal<Preview | null>(null);
  const refused = useSignal("");
  const tries = useSignal(0);
  const body = JSON.stringify(o);
  const asked = useRef("");
  const { present } = topic("day").value; // the quorum may hang on who is here
  const { recommendations } = topic("texts").value; // and a text may not be ready
  useEffect(() => {
    if (asked.current !== body) preview.value = null; // what stands there is not what was chosen
    asked.current = body;
    refused.value = o.recommendations.length > 0 ? "" : t("chair.open.none"); // to the server, none would be all
    if (refused.peek()) return;
    const abort = new AbortController();
    const timer = setTimeout(() => void ask(), PAUSE);
    const ask = async () => {
      try {
        const answer = await fetch(url("/round/preview"), { method: "POST", headers: { "Content-Type": "application/json" }, body, signal: abort.signal });
        const said = await answer.json();
        preview.value = answer.ok ? said : null;
        if (!answer.ok) refused.value = said.error.message;
      } catch {
        if (!abort.signal.aborted) refused.value = t("chair.open.unread");
      }
    };
    return () => (clearTimeout(timer), abort.abort());
  }, [body, present, recommendations, tries.value]);
  return { preview: preview.value, refused: refused.value, again: () => (tries.value += 1) };
}
