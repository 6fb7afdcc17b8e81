// How a command that came back is opened again where it was written.

type Reopener = (body: any) => void;
const reopeners = new Map<string, Reopener>();

/** Says what opens a command of this name again: put its words back into the
 * field's draft and go there. */
export function onReopen(name: string, open: Reopener) {
  reopeners.set(name, open);
}

export const reopener = (name: string) => reopeners.get(name);
