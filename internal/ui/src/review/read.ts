// A note goes to the server and comes back understood.
import { randomKey } from "../lib/random";
import { t } from "../lib/t";
import { lineOf, linesOf } from "./lines";
import { page } from "./page";
import { type Kept, type Review, type Working, active, review } from "./state";
import type { Draft, Item, Text, Understood } from "./types";

type Answer = { ok: true; understood: Understood } | { ok: false; message: string };

/** What kind of thing is read: a file by its name, or a text as it stands. */
type Way = { name: string } | { corrected: true };

/** Asks the server to read a note; it keeps nothing of it. */
export async function understand(note: Blob, way: Way): Promise<Answer> {
  const query = new URLSearchParams("name" in way ? { name: way.name } : { corrected: "1" });
  try {
    const answer = await fetch(`/new/read?${query}`, { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: note });
    const body = await answer.json();
    return answer.ok ? { ok: true, understood: body } : { ok: false, message: body.error.message };
  } catch {
    return { ok: false, message: t("review.no-answer") };
  }
}

/** Reads a note onto the table and says what went wrong, "" for nothing. What
 * was written beside an earlier note (recommendations, people) stays. */
export async function readNote(note: Blob, from: string): Promise<string> {
  const answer = await understand(note, { name: from });
  if (!answer.ok) return answer.message;
  active.value = 0;
  review.value = onTable(answer.understood, from, review.peek()?.draft);
  return "";
}

/** Reads the text of the note again, as it was put right. */
export async function readCorrected(text: string): Promise<string> {
  const before = review.peek()!;
  const answer = await understand(new Blob([text]), { corrected: true });
  if (!answer.ok) return answer.message;
  active.value = 0;
  review.value = { ...onTable(answer.understood, before.from, before.draft), format: before.format };
  return "";
}

/** The sample note of the program, in the language of the page. */
export async function readSample(): Promise<string> {
  try {
    const answer = await fetch(`/new/sample/${page.lang}`);
    if (answer.ok) return await readNote(await answer.blob(), t("review.sample-name"));
  } catch {
    // said below
  }
  return t("review.no-answer");
}

export const kept = <T>(thing: T, line = 0): Kept<T> => ({ ...thing, key: randomKey().slice(0, 12), line });

function onTable(u: Understood, from: string, before?: Working): Review {
  const source = linesOf(u.text);
  const place = (text: Text) => lineOf(source, Object.values(text)[0] ?? "");
  const itemLines = u.note.days.flatMap((day) => day.items.map((item) => item.line));
  const objective = place(u.draft.objective);
  return {
    text: u.text,
    format: u.format,
    editable: u.editable,
    from,
    lines: { title: place(u.draft.title), place: place(u.draft.place), objective, expectedOutput: place(u.draft.expectedOutput), background: place(u.draft.background) },
    also: alsoRead(source, u.draft.items, itemLines),
    warnings: u.warnings,
    shortened: u.shortened.map(({ path, most }) => ({ text: textAt(u.draft, path), most })),
    settled: {},
    contacts: u.contacts,
    proposals: u.proposals.pairs.length > 0 ? { ...u.proposals, from: "" } : undefined,
    draft: {
      ...u.draft,
      interpretation: u.draft.interpretation ?? [],
      subObjectives: u.draft.subObjectives.map((text) => kept({ text }, lineOf(source, Object.values(text)[0] ?? "", objective))),
      organisers: u.draft.organisers.map((text) => kept({ text }, place(text))),
      partners: u.draft.partners.map((text) => kept({ text }, place(text))),
      items: u.draft.items.map((item, i) => kept(item, itemLines[i] ?? 0)),
      recommendations: before?.recommendations ?? u.draft.recommendations.map((r) => kept(r)),
      groups: before?.groups ?? u.draft.groups.map((g) => kept(g)),
      ...(before && { roleGroups: before.roleGroups, acceptingParty: before.acceptingParty, quorum: before.quorum, groupQuorums: before.groupQuorums, madeUp: before.madeUp }),
    },
  };
}

const textAt = (d: Draft, path: string): string => path.split(".").reduce((o: any, key) => o[key], d);

/** Lines below an item that name its speakers or parts. */
function alsoRead(source: string[], items: Item[], itemLines: number[]): Record<number, number> {
  const found: Record<number, number> = {};
  items.forEach((item, i) => {
    const [line, next] = [itemLines[i] ?? 0, itemLines[i + 1] ?? source.length + 1];
    const said = [item, ...item.subItems].flatMap((part) => [...Object.values(part.title), ...part.speakers.flatMap((p) => [p.name, p.affiliation])]);
    for (const words of said) {
      const at = lineOf(source, words, line);
      if (line && at > line && at < next) found[at] = line;
    }
  });
  return found;
}
