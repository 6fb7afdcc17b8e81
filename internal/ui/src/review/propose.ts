// Recommendations that a document holds: proposed, put side by side, taken over.
import { t } from "../lib/t";
import { kept, understand } from "./read";
import { type Proposed, edit, review } from "./state";
import type { Proposal, Recommendation, Text } from "./types";

/** Puts on the table what one document holds, or two of them, one a language.
 * Says what went wrong, "" for nothing. */
export async function proposeFrom(files: File[]): Promise<string> {
  const read = await Promise.all(files.slice(0, 2).map((f) => understand(f, { name: f.name })));
  const problem = read.find((answer) => !answer.ok);
  if (problem && !problem.ok) return problem.message;
  const [a, b] = read.flatMap((answer) => (answer.ok ? [answer.understood] : []));
  const proposals = b ? await align(a.text, b.text) : a.proposals;
  if (!proposals) return t("review.no-answer");
  if (proposals.pairs.length === 0) return t("review.proposed-none");
  propose({ ...proposals, from: files.slice(0, 2).map((f) => f.name).join(" + ") });
  return "";
}

async function align(a: string, b: string) {
  try {
    const answer = await fetch("/new/align", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ a, b }) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

export const propose = (proposals?: Proposed) => (review.value = { ...review.peek()!, proposals });

/** Moves the other language's texts from row i on by one row: down (by 1)
 * leaves row i without one, up (by -1) joins the first to the row above. */
export function shift(i: number, by: 1 | -1) {
  const p = review.peek()!.proposals!;
  const others = p.pairs.map((pair) => pair.sides[1]);
  const moved = by === 1 ? [...others.slice(0, i), [], ...others.slice(i)] : [...others.slice(0, i - 1), [...others[i - 1], ...others[i]], ...others.slice(i + 1), []];
  const rows = moved.map((other, n) => row(p.pairs[n], other));
  propose({ ...p, pairs: rows.filter((r) => r.sides.some((side) => side.length > 0)) });
}

/** A row with another text beside it. Only what shows without reading is
 * doubted from here on: somebody has just looked. */
function row(pair: Proposal | undefined, other: string[]): Proposal {
  const own = pair?.sides[0] ?? [];
  if (pair && pair.sides[1] === other) return pair;
  const reasons = own.length === 0 || other.length === 0 ? ["missing-side"] : own.length !== other.length ? ["segments-differ"] : [];
  return { no: pair?.no ?? "", line: pair?.line ?? 0, sides: [own, other], reasons, doubtful: reasons.length > 0 };
}

/** Leaves a row out. */
export function leaveOut(i: number) {
  const p = review.peek()!.proposals!;
  const pairs = p.pairs.filter((_, n) => n !== i);
  propose(pairs.length > 0 ? { ...p, pairs } : undefined);
}

/** Makes recommendations of the rows. */
export function takeOver() {
  const { langs, pairs, from } = review.peek()!.proposals!;
  const added = pairs.map((pair) => kept(recommendation(langs, pair), from ? 0 : pair.line));
  edit((d) => ({ ...d, recommendations: [...d.recommendations, ...added] }));
  propose();
}

function recommendation(langs: string[], pair: Proposal): Recommendation {
  const paragraphs = Math.max(...pair.sides.map((side) => side.length));
  const segment = (n: number): Text => Object.fromEntries(langs.flatMap((lang, s) => (pair.sides[s][n] ? [[lang, pair.sides[s][n]]] : [])));
  return { segments: Array.from({ length: paragraphs }, (_, n) => segment(n)), owner: {}, evidence: [] };
}
