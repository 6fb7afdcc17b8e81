// How a command that came back is opened again where it was written.
import { signal } from "@preact/signals";

type Reopener = (body: any) => void;
const reopeners = signal(new Map<string, Reopener>());

/** Says what opens a command of this name again: put its words back into the
 * field's draft and go there. */
export function onReopen(name: string, open: Reopener) {
  reopeners.value = new Map(reopeners.peek()).set(name, open); // part of a page may come later than what came back
}

export const reopener = (name: string) => reopeners.value.get(name);
