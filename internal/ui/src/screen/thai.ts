// Thai in large letters has few places where a line may end: there a prefix is
// held to its word too, as in ผู้|เรียน. Not used where people copy text from.
import { tidy } from "../lib";

/** Prefixes that never end a line. */
const prefixes = /(ผู้|ความ|นัก)(?=[ก-ฮเ-ไ])/g;

/** A text for the projector. */
export function large(text: string): string {
  return tidy(text).replace(prefixes, "$1\u2060");
}
