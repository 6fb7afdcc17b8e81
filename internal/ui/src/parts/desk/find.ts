// The search, and where the keyboard goes.
import { signal } from "@preact/signals";
import { say, topic } from "../../lib";
import type { Person } from "../../types";

/** What was typed into the search field. */
export const search = signal("");

export const SEARCH = "desk-search";
export const NAME = "desk-name";

/** The people who fit the search: not yet checked in first, then by name. */
export function found(): Person[] {
  const words = search.value.trim().toLocaleLowerCase();
  const people = topic("desk").value.people.filter((p) => words === "" || textOf(p).includes(words));
  return people.sort((a, b) => Number(a.checkedIn) - Number(b.checkedIn) || order(a, b));
}

/** The first who can be checked in with Enter. */
export const first = (): Person | undefined => (search.value.trim() ? found().find((p) => !p.checkedIn) : undefined);

/** Whether somebody who is expected may have come in by their own phone. */
export const perhapsHere = (p: Person) => p.expected && p.name !== "" && topic("desk").value.people.some((o) => !o.expected && bare(o.name) === bare(p.name));

const bare = (name: string) => name.normalize("NFKC").replace(/\s+/g, "").toLocaleLowerCase();

/** The name of a role group. */
export const groupName = (id: string) => say(topic("day").value.groups.find((g) => g.id === id)?.name ?? {});

/** Goes to a field and marks what is in it. */
export function focusOn(id: string) {
  const field = document.getElementById(id) as HTMLInputElement | null;
  field?.focus();
  field?.select?.();
}

const textOf = (p: Person) => `${p.name} ${groupName(p.group)}`.toLocaleLowerCase();

/** Names in the order of their language; people without a name by arrival. */
const order = (a: Person, b: Person) => a.name.localeCompare(b.name, ["th", "en"]) || a.joined.localeCompare(b.joined);
