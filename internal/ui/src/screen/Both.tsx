// The projector speaks the languages of the room at once: that of the floor
// first, the others softer beside or beneath it.
import { tIn, topic } from "../lib";
import type { Args } from "../lib/t";
import type { Text } from "../types";
import { large } from "./thai";

/** The languages of the room, the floor's first. */
export const langs = () => topic("day").value.languages;

/** A message in every language of the room. */
export function Both({ k, args }: { k: string; args?: Args }) {
  return <Each say={(lang) => tIn(lang, k, args)} />;
}

/** A text in every language that has it. */
export function BothText({ text }: { text: Text }) {
  return <Each say={(lang) => text[lang] ?? ""} />;
}

/** Whatever there is to say in each language of the room. */
export function Each({ say }: { say: (lang: string) => string }) {
  const said = langs().map((lang) => ({ lang, words: say(lang) })).filter((s) => s.words);
  const different = said.filter((s, i) => said.findIndex((o) => o.words === s.words) === i);
  return (
    <span class="both">
      {different.map(({ lang, words }, i) => <span key={lang} lang={lang} class={i > 0 ? "second" : ""}>{large(words)}</span>)}
    </span>
  );
}

/** A clock time as each language writes it: 16.00 น. or 16:00. */
export function timeIn(lang: string, clock: string): string {
  const [h, m] = clock.split(":");
  return tIn(lang, "screen.time", { h, m });
}
