// An edit that was begun: its fields are drafts, and the revision that it is on
// top of is kept with them, so that a reload goes on with it and a change
// underneath is noticed.
import { clearDraft, draft, fieldText, setDraft } from "../lib";

/** Begins an edit on a revision. */
export const begin = (edit: string, rev: number) => setDraft(`${edit}|rev`, String(rev));

/** The revision that an edit is on top of; null when none was begun. */
export function base(edit: string): number | null {
  const rev = draft(`${edit}|rev`).value;
  return rev === null ? null : Number(rev);
}

/** The name of a field's draft. */
export const fieldOf = (edit: string, name: string) => `${edit}|${name}`;

/** Fills a field in. */
export const set = (edit: string, name: string, text: string) => setDraft(fieldOf(edit, name), text);

/** What a field holds: the draft, else what it began with. */
export const value = (edit: string, name: string, initial = "") => fieldText(fieldOf(edit, name), initial).trim();

/** Whether something was typed into a field that is not what it began with. */
export const typed = (edit: string, name: string, initial = "") => value(edit, name, initial) !== initial.trim();

/** Ends an edit and forgets its fields. */
export function end(edit: string, names: readonly string[]) {
  names.forEach((name) => clearDraft(fieldOf(edit, name)));
  clearDraft(`${edit}|rev`);
}
