// A request that makes something new and may have to be sent again.
import { randomKey } from "./random";

let last = { body: "", key: "" };

/** The Idempotency-Key of a body: the same while the same body is tried again,
 * so that a lost answer does not make a second person or workshop. */
export function onceKey(body: string): string {
  if (last.body !== body) last = { body, key: randomKey() };
  return last.key;
}

/** The answer came: the next request is a new one, whatever it says. */
export function onceDone() {
  last = { body: "", key: "" };
}
