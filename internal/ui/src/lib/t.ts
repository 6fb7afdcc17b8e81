// Messages in the language of the page; the server puts them there.
import { page } from "./page";
import { tidy } from "./text";

export type Args = Record<string, string | number>;

/** The message of a key with {name} filled in; a missing key shows itself. */
export function t(key: string, args?: Args): string {
  return fill(page.messages[key] ?? key, args);
}

/** The same in another language, where the page carries it; else as t. */
export function tIn(lang: string, key: string, args?: Args): string {
  return fill(page.words?.[lang]?.[key] ?? page.messages[key] ?? key, args);
}

/** Whether there is a message: for keys that are made of data. */
export const has = (key: string) => key in page.messages;

/** The languages of the user interface. */
export const languages = Object.keys(page.messages)
  .filter((key) => key.startsWith("common.self."))
  .map((key) => key.slice("common.self.".length));

function fill(message: string, args: Args = {}): string {
  return tidy(message.replace(/\{(\w+)\}/g, (hole, name) => String(args[name] ?? hole)));
}
