import { has } from "../lib/t";
import { langName as known } from "../lib/when";
import { page } from "./page";

/** Languages spoken in rooms that Sala is made for; a note may bring more. */
const around = ["th", "en", "my", "km", "lo", "vi", "id", "ja"];

/** The languages to choose from, with those that are chosen already. */
export const choices = (chosen: string[]) => [...new Set([...page.languages, ...around, ...chosen])].filter(Boolean);

/** The name of any language in the language of the page. */
export function langName(lang: string): string {
  if (has(`common.language.${lang}`)) return known(lang);
  try {
    return new Intl.DisplayNames([page.lang], { type: "language" }).of(lang) ?? lang;
  } catch {
    return lang; // no language tag
  }
}

/** Two or three letters for a narrow place. */
export function langTag(lang: string): string {
  const key = `common.self.${lang}`;
  return has(key) ? page.messages[key] : lang.toUpperCase();
}
