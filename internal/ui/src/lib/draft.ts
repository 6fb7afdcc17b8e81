// Half-typed text, kept in this browser per field. No update from the server
// touches it; only its author changes or clears it.
import { type Signal, signal } from "@preact/signals";
import { storeKey } from "./page";
import * as store from "./store";

const drafts = new Map<string, Signal<string | null>>();
const keyOf = (field: string) => storeKey("draft", field);

/** The draft of a field; null when nothing was typed. */
export function draft(field: string): Signal<string | null> {
  let found = drafts.get(field);
  if (!found) {
    found = signal(store.get(keyOf(field)));
    drafts.set(field, found);
  }
  return found;
}

export function setDraft(field: string, text: string) {
  store.set(keyOf(field), text);
  draft(field).value = text;
}

export function clearDraft(field: string) {
  store.remove(keyOf(field));
  draft(field).value = null;
}
