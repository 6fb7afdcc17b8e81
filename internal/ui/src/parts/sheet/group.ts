import { me, page, topic } from "../../lib";
import type { Group } from "../../types";

/** The group whose sheet this is. */
export const group = (): Group | undefined => topic("groups").value.groups.find((g) => g.id === page.group);

/** A sheet is written by its group, and by staff who help. */
export function mayWrite(): boolean {
  if (topic("day").value.closed) return false;
  return me.value.sheet === page.group || ["organiser", "chair", "rapporteur"].includes(me.value.role);
}
