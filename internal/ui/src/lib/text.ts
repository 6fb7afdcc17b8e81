// Texts in several languages, and Thai that breaks where it may.
import held from "../../../thai/data/held.txt";
import { page } from "./page";
import type { Text } from "../types";

/** A text in the language of the page, else in English, else in any. */
export function say(text: Text, lang: string = page.lang): string {
  return text[lang] || text.en || Object.values(text).find(Boolean) || "";
}

/** The language that say chose. */
export function saidIn(text: Text, lang: string = page.lang): string {
  return [lang, "en", ...Object.keys(text)].find((l) => text[l]) ?? lang;
}

const JOIN = "\u2060";

/** Compounds of this field that a reader takes as one word, with | where
 * browsers break them; the server's pages hold the same ones. */
const compounds = new Map(held.trim().split("\n").map((word) => [word.replace(/\|/g, ""), word.replace(/\|/g, JOIN)]));
const broken = new RegExp([...compounds.keys()].join("|"), "g");

/** Holds compounds together, ๆ with its word and % with its number: browsers
 * would put the rest of them at the start of a line. */
export function tidy(text: string): string {
  return text
    .replace(broken, (word) => compounds.get(word)!)
    .replace(/\s+(ๆ|%)/g, "\u00a0$1")
    .replace(/([ก-๎])ๆ/g, `$1${JOIN}ๆ`);
}

/** Takes out what tidy put in, should somebody copy a text and send it back. */
export function untidy(text: string): string {
  return text.replace(/\u2060/g, "").replace(/\u00a0/g, " ");
}
