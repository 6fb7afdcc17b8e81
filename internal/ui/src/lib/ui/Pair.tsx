import type { ComponentChildren } from "preact";
import { page } from "../page";
import { tidy } from "../text";
import type { Text } from "../../types";

/** A text in the reader's language, large, and every other one beneath it.
 * Say what it says per language as `text`, or draw it with `body`. */
export function Pair(props: { langs: string[]; text?: Text; body?: (lang: string) => ComponentChildren; class?: string }) {
  const own = props.langs.includes(page.lang) ? page.lang : props.langs[0];
  const draw = props.body ?? ((lang: string) => (props.text?.[lang] ? tidy(props.text[lang]) : null));
  const others = props.langs.filter((l) => l !== own);
  return (
    <div class={`pair ${props.class ?? ""}`}>
      <p class="pair-own" lang={own}>{draw(own)}</p>
      {others.map((lang) => {
        const drawn = draw(lang);
        return drawn && <p class="pair-other" key={lang} lang={lang}>{drawn}</p>;
      })}
    </div>
  );
}
