// Texts of the note that were too long for their field.
import { type Shortened, review } from "./state";

/** What the server said about a text that was shortened and is as it was then. */
export const shortenedIn = (text: string): Shortened | undefined => (text ? review.value!.shortened?.find((s) => s.text === text) : undefined);

/** The paths of the fields that hold such texts, in the order of the draft. */
export function shortenedPaths(): string[] {
  const found: string[] = [];
  const look = (thing: unknown, path: string) => {
    if (typeof thing === "string" && shortenedIn(thing)) found.push(path);
    if (thing && typeof thing === "object") Object.entries(thing).forEach(([key, part]) => look(part, path ? `${path}.${key}` : key));
  };
  if (review.value!.shortened?.length) look(review.value!.draft, "");
  return found;
}
