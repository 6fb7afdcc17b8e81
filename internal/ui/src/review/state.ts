// What the organiser has on the table: kept in this browser, as a whole, until
// the workshop was created.
import { batch, computed, effect, signal } from "@preact/signals";
import * as store from "../lib/store";
import { t } from "../lib/t";
import { page } from "./page";
import type { Contact, Draft, Group, Item, Proposals, Recommendation, Text, Warning } from "./types";

/** Something in a list that keeps its name when it moves; line is where the
 * note says it, 0 where it does not. */
export type Kept<T> = T & { key: string; line: number };

/** The draft while it is worked on. */
export interface Working extends Omit<Draft, "subObjectives" | "organisers" | "partners" | "items" | "recommendations" | "groups"> {
  subObjectives: Kept<{ text: Text }>[];
  organisers: Kept<{ text: Text }>[];
  partners: Kept<{ text: Text }>[];
  items: Kept<Item>[];
  recommendations: Kept<Recommendation>[];
  groups: Kept<Group>[];
}

/** What the organiser did about a doubt: put it right, or left it as it is. */
export type Settled = "resolved" | "kept";

/** Proposals and the names of the files that hold them, "" for the note. */
export interface Proposed extends Proposals {
  from: string;
}

/** A text of the note whose end was left out, as it stood in its field then:
 * items move, and what is written anew is whole. */
export interface Shortened {
  text: string;
  most: number; // characters that the field takes
}

export interface Review {
  text: string; // of the note
  format: string; // of its file: docx, pdf, …
  editable: boolean; // the text can be corrected and read again
  corrected?: string; // the text as it is being put right
  from: string; // name of its file; empty: pasted
  draft: Working;
  lines: Record<string, number>; // where the note says title, place, objective, expectedOutput, background
  also: Record<number, number>; // further lines, of speakers and parts: the line of their item
  warnings: Warning[];
  shortened?: Shortened[];
  settled: Record<number, Settled>; // by the place of the warning in the list
  contacts: Contact[];
  proposals?: Proposed; // recommendations in a document that were neither taken nor left
}

const KEY = "sala|new|2"; // the number is that of the form in which it is kept

/** What a draft of an earlier version of this page has not. */
const later = { background: {}, organisers: [], partners: [] };

function kept(): Review | null {
  try {
    const r = JSON.parse(store.get(KEY) ?? "null") as Review | null;
    return r && { ...r, draft: { ...later, ...r.draft } };
  } catch {
    return null;
  }
}

/** null until a note was read. */
export const review = signal<Review | null>(kept());

/** What the server refused, and the field it is about ("" when none). */
export const refused = signal<{ path: string; message: string } | null>(null);

/** The draft before a change that can be taken back, until the next change, and
 * what that change was. */
export const undo = signal<{ said: string; draft: Working } | null>(null);

/** The line of the note that is looked at. */
export const active = signal(0);

let timer: ReturnType<typeof setTimeout>;

/** Writes what is on the table into the browser's store. */
export function keep() {
  clearTimeout(timer);
  if (review.peek()) store.set(KEY, JSON.stringify(review.peek()));
  else store.remove(KEY);
}

/** Begins to keep every change, soon after it and before the page goes. */
export function keepAll() {
  effect(() => {
    void review.value;
    clearTimeout(timer);
    timer = setTimeout(keep, 300);
  });
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => document.hidden && keep());
}

export function startOver() {
  batch(() => {
    review.value = null;
    refused.value = null;
    undo.value = null;
    active.value = 0;
  });
  keep();
}

/** Changes the draft as a whole, such as by adding to a list. */
export function edit(next: (draft: Working) => Working) {
  batch(() => {
    review.value = { ...review.peek()!, draft: next(review.peek()!.draft) };
    refused.value = null;
    undo.value = null;
  });
}

/** Changes the draft so that undo gives it back until the next change. */
export function change(said: string, next: (draft: Working) => Working) {
  const draft = review.peek()!.draft;
  batch(() => {
    edit(next);
    undo.value = { said, draft };
  });
}

/** Takes something out; undo brings it back until the next change. */
export function takeOut(words: string, next: (draft: Working) => Working) {
  change(words ? t("review.removed", { what: words }) : t("review.removed-one"), next);
}

/** Takes element n out of the list at a path. */
export function takeAt(path: string, n: number, words: string) {
  const rest = at(path).filter((_: unknown, i: number) => i !== n);
  takeOut(words, (d) => replaced(d, path.split("."), rest));
}

/** Adds to the list at a path. */
export function addAt(path: string, thing: unknown) {
  edit((d) => replaced(d, path.split("."), [...at(path), thing]));
}

/** What stands at a path such as "items.3.title.en". */
export function at(path: string): any {
  return path.split(".").reduce((o: any, key) => o?.[key], review.value!.draft);
}

/** Writes to a path; an error shown there goes. An empty text in a language
 * leaves the language out. */
export function put(path: string, value: unknown) {
  batch(() => {
    review.value = { ...review.peek()!, draft: replaced(review.peek()!.draft, path.split("."), value) };
    undo.value = null;
    if (refused.peek()?.path === path || !refused.peek()?.path) refused.value = null;
  });
}

function replaced(o: any, [key, ...rest]: string[], value: unknown): any {
  const copy = Array.isArray(o) ? [...o] : { ...o };
  copy[key] = rest.length ? replaced(copy[key], rest, value) : value;
  return copy;
}

/** The languages in which texts are shown: those that every text must have,
 * the reader's first, and any other in which the note is written. */
export const langs = computed(() => {
  const d = review.value!.draft;
  const written = [d.title, ...d.items.map((i) => i.title)].flatMap((text) => Object.keys(text).filter((l) => text[l]));
  const all = [...new Set([...d.required, ...written])];
  return [...all.filter((l) => l === page.lang), ...all.filter((l) => l !== page.lang)];
});
