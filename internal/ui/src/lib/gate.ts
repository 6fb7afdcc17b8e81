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
  const lines: Line[] = [];
  for (let i = 0; i < conditions.length; i++) {
    const both = pair(conditions[i], conditions[i + 1], lang);
    lines.push(both ?? single(conditions[i], lang));
    if (both) i++;
  }
  return lines;
}

function single(c: Condition, lang: string): Line {
  return { label: say(c.text, lang), cells: [{ head: "", held: c.held, value: c.value }] };
}

/** Two conditions that say the same after "Feasible: " and "Acceptable: ". */
function pair(a: Condition, b: Condition | undefined, lang: string): Line | null {
  const two = b?.code === a.code ? [a, b] : [a];
  const parts = two.map((c) => say(c.text, lang).match(/^(.+?): (.+)$/s));
  const label = parts[0]?.[2];
  if (!label || label !== parts[1]?.[2]) return null;
  return { label, cells: two.map((c, i) => ({ head: parts[i]![1], held: c.held, value: c.value })) };
}
