// The gate's conditions as a table: a condition that is asked of both criteria
// is one line with two cells.
import { say } from "./text";
import type { Condition } from "../types";

export interface Cell {
  head: string; // the criterion, empty where there is only one cell
  held: boolean;
  value: string;
}

export interface Line {
  label: string;
  cells: Cell[];
}

/** Lines in the order of the conditions, in one language. */
export function gateLines(conditions: Condition[], lang: string): Line[] {
  const codes = [...new Set(conditions.map((c) => c.code))];
  return codes.flatMap((code) => {
    const same = conditions.filter((c) => c.code === code);
    return same.length === 2 ? pair(same, lang) : same.map((c) => single(c, lang));
  });
}

function single(c: Condition, lang: string): Line {
  return { label: say(c.text, lang), cells: [{ head: "", held: c.held, value: c.value }] };
}

/** Two conditions that say the same after "Feasible: " and "Acceptable: ". */
function pair(two: Condition[], lang: string): Line[] {
  const parts = two.map((c) => say(c.text, lang).match(/^(.+?): (.+)$/s));
  const label = parts[0]?.[2];
  if (!label || label !== parts[1]?.[2]) return two.map((c) => single(c, lang));
  return [{ label, cells: two.map((c, i) => ({ head: parts[i]![1], held: c.held, value: c.value })) }];
}
