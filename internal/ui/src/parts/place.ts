// Where the reader is, in the part of the address after #, so that a reload
// and a change of language come back to the same place.
import { signal } from "@preact/signals";

export const place = signal(location.hash.slice(1));

addEventListener("hashchange", () => (place.value = location.hash.slice(1)));

/** Goes to a place without a new entry in the browser's history. */
export function goTo(to: string) {
  history.replaceState(null, "", `#${to}`);
  place.value = to;
}
