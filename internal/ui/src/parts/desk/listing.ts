// The organiser's list on its way: it lives in this page's memory alone until
// the mapped columns are sent.
import { computed, signal } from "@preact/signals";
import { langName, page, t, topic, url } from "../../lib";
import { type Field, different, groupOf, guess, hasHead, isPrivate, langOf } from "./table";

export const rows = signal<string[][] | null>(null);
export const heads = signal(true);
export const mapping = signal<(Field | "")[]>([]);

/** What a word of the list means, where a person said so. */
export const means = signal<Record<string, string>>({});

export const people = computed(() => rows.value?.slice(heads.value ? 1 : 0) ?? []);
export const columns = computed(() => Math.max(0, ...(rows.value ?? []).map((r) => r.length)));
export const heading = (column: number) => (heads.value ? rows.value?.[0]?.[column] : "") || t("desk.list-column", { n: column + 1 });
export const closed = computed(() => Array.from({ length: columns.value }, (_, c) => isPrivate(heads.value ? (rows.value![0][c] ?? "") : "", people.value.map((r) => r[c] ?? ""))));

const cellsOf = (field: Field) => people.value.map((r) => cell(r, field)).filter(Boolean);
const cell = (row: string[], field: Field) => row[mapping.value.indexOf(field)]?.trim() ?? "";

/** The words of the list for which a role group or a language is to be known;
 * "" stands for those who have none. */
export const words = (field: "roleGroup" | "lang") => (mapping.value.includes(field) ? different([...cellsOf(field), ...(people.value.some((r) => !cell(r, field)) ? [""] : [])]) : [""]);

/** What a word means: as chosen, else as it reads. */
export function meaning(field: "roleGroup" | "lang", word: string): string {
  const day = topic("day").value;
  const said = means.value[`${field} ${word}`];
  if (said !== undefined) return said;
  return field === "roleGroup" ? groupOf(word, day.groups) : langOf(word, day.languages, langName) || (word === "" ? page.lang : "");
}

/** Everybody as they would be sent: the mapped columns and nothing else. */
export const mapped = () =>
  people.value
    .map((r) => ({ name: cell(r, "name"), alias: cell(r, "alias"), affiliation: cell(r, "affiliation"), roleGroup: meaning("roleGroup", cell(r, "roleGroup")), lang: meaning("lang", cell(r, "lang")) }))
    .filter((p) => p.name || p.alias);

/** Whether every word is known and somebody is named. */
export const ready = () => mapped().length > 0 && mapped().every((p) => p.roleGroup && p.lang);

/** Forgets the list. */
export function drop() {
  rows.value = null;
  means.value = {};
}

type Answer<T> = { ok: true; body: T } | { ok: false; message: string };

async function ask<T>(path: string, body: BodyInit, type: string): Promise<Answer<T>> {
  try {
    const answer = await fetch(url(path), { method: "POST", headers: { "Content-Type": type }, body });
    const said = await answer.json();
    return answer.ok ? { ok: true, body: said } : { ok: false, message: said?.error?.message ?? t("common.refused") };
  } catch {
    return { ok: false, message: t("desk.no-connection") };
  }
}

/** Has the server turn a file into rows; it keeps nothing of it. */
export async function readList(file: File): Promise<string> {
  const answer = await ask<{ rows: string[][]; more: number }>(`/people/read?name=${encodeURIComponent(file.name)}`, file, "application/octet-stream");
  if (!answer.ok) return answer.message;
  rows.value = answer.body.rows;
  heads.value = hasHead(answer.body.rows[0] ?? []);
  remap();
  return answer.body.more > 0 ? t("desk.list-more", { n: answer.body.more }) : "";
}

/** Guesses anew what the columns are. */
export function remap() {
  mapping.value = guess(Array.from({ length: columns.value }, (_, c) => (heads.value ? (rows.value![0][c] ?? "") : "")), (c) => !closed.value[c]);
  means.value = {};
}

export interface Taken {
  added: number;
  known: number;
}

/** Sends the mapped columns; what was on the table is forgotten. */
export async function takeList(): Promise<Answer<Taken>> {
  const answer = await ask<Taken>("/people", JSON.stringify({ people: mapped() }), "application/json");
  if (answer.ok) drop();
  return answer;
}

/** Has the server erase one of the list who did not come, or all of them. */
export const forgetList = (person = "") => ask<{ forgotten: number }>("/people/forget", JSON.stringify({ person }), "application/json");
