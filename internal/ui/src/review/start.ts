// A workshop begun from a template or from a past workshop.
import { batch, signal } from "@preact/signals";
import { onceDone, onceKey } from "../lib/once";
import { t } from "../lib/t";
import { kept } from "./read";
import { toSend } from "./send";
import { active, refused, review, undo } from "./state";
import type { Draft, Text } from "./types";

export interface Beginning {
  id: string;
  name?: string;
  title?: Text;
  date: string;
}

/** What the server offers to begin from, null before it said. */
export const beginnings = signal<{ templates: Beginning[]; past: Beginning[] } | null>(null);

type Answer<T> = { ok: true; body: T } | { ok: false; message: string };

async function ask<T>(path: string, post?: unknown): Promise<Answer<T>> {
  const body = post === undefined ? undefined : JSON.stringify(post);
  try {
    const answer = await fetch(path, body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": onceKey(path + body) }, body });
    onceDone();
    const said = await answer.json();
    return answer.ok ? { ok: true, body: said } : { ok: false, message: said.error.message };
  } catch {
    return { ok: false, message: t("review.no-answer") };
  }
}

/** Asks what there is to begin from; says what went wrong, "" for nothing. */
export async function list(): Promise<string> {
  const answer = await ask<{ templates: Beginning[]; past: Beginning[] }>("/new/templates");
  if (answer.ok) beginnings.value = answer.body;
  return answer.ok ? "" : answer.message;
}

export interface Choice {
  first: string; // day on which it is to begin, "" as it is
  recommendations: boolean;
}

export const beginTemplate = (b: Beginning, choice: Choice) => beginWith(ask(`/new/templates/${b.id}`), b.name ?? "", choice);
export const beginPast = (b: Beginning, name: string, choice: Choice) => beginWith(ask(`/w/${b.id}/clone?as=organiser`), name, choice);

/** Begins from a file that was saved here or elsewhere; the server looks into
 * it and keeps nothing. */
export async function beginFile(file: File, choice: Choice): Promise<string> {
  const text = await file.text();
  let said: unknown;
  try {
    said = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    said = {}; // the server says why not
  }
  return beginWith(ask("/new/templates/open", said), file.name, choice);
}

async function beginWith(asked: Promise<Answer<{ name?: string; draft: Draft }>>, name: string, choice: Choice): Promise<string> {
  const answer = await asked;
  if (!answer.ok) return answer.message;
  begin(answer.body.draft, answer.body.name || name, choice);
  return "";
}

function begin(d: Draft, from: string, choice: Choice) {
  const items = choice.first ? moveDays(d.items, choice.first) : d.items;
  batch(() => {
    active.value = 0;
    refused.value = null;
    undo.value = null;
    review.value = {
      text: "", format: "template", editable: false, from, lines: {}, also: {}, warnings: [], settled: {}, contacts: [],
      draft: {
        ...d,
        subObjectives: d.subObjectives.map((text) => kept({ text })),
        organisers: d.organisers.map((text) => kept({ text })),
        partners: d.partners.map((text) => kept({ text })),
        items: items.map((i) => kept(i)),
        recommendations: choice.recommendations ? d.recommendations.map((r) => kept(r)) : [],
        groups: d.groups.map((g) => kept(g)),
      },
    };
  });
}

const DAY = 24 * 3600_000;
const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);

/** Moves a programme so that its first day is another one. */
export function moveDays<T extends { date: string }>(items: T[], first: string): T[] {
  const earliest = Math.min(...items.map((i) => noon(i.date)).filter((d) => !isNaN(d)));
  const by = Math.round((noon(first) - earliest) / DAY);
  if (!isFinite(by)) return items;
  return items.map((i) => (isNaN(noon(i.date)) ? i : { ...i, date: new Date(noon(i.date) + by * DAY).toISOString().slice(0, 10) }));
}

/** Keeps the draft on the server under a name; without people. */
export async function saveHere(name: string): Promise<string> {
  const answer = await ask("/new/templates", { name, draft: toSend(review.peek()!.draft) });
  return answer.ok ? "" : answer.message;
}

export async function removeTemplate(b: Beginning): Promise<string> {
  const answer = await ask(`/new/templates/${b.id}/remove`, {});
  return answer.ok ? list() : answer.message;
}

/** Gives the draft to the browser as a file. */
export function saveFile(name: string, speakers: boolean) {
  const draft = toSend(review.peek()!.draft);
  const items = speakers ? draft.items : draft.items.map((i) => ({ ...i, speakers: [], subItems: i.subItems.map((s) => ({ ...s, speakers: [] })) }));
  const text = JSON.stringify({ sala: "template", version: 1, name, draft: { ...draft, items } }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `${name.replace(/[\\/:*?"<>|\s]+/g, "-") || "workshop"}.sala-template.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
