import type { ComponentChildren } from "preact";
import { page, tIn, tidy, topic } from "../lib";

interface Props {
  criterion: string;
  name: string;
  value: number | null | undefined; // null is "I don't know"
  choose: (n: number | null) => void;
  children?: ComponentChildren; // between the question and the numbers
}

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Nine numbers in three bands and "I don't know", as one radio group. What 1,
 * 5 and 9 mean stands beneath in each language of the room. */
export function Scale({ criterion, name, value, choose, children }: Props) {
  const [own, ...others] = languages();
  const ends = anchors(criterion, own);
  return (
    <fieldset class="scale-field">
      <legend>
        {tIn(own, `scale.${criterion}`)}
        {others.map((l) => <span class="legend-other" key={l} lang={l}>{tIn(l, `scale.${criterion}`)}</span>)}
      </legend>
      {children}
      <div class="scale">
        {numbers.map((n) => (
          <label key={n}>
            <input type="radio" name={name} value={n} checked={n === value} onChange={() => choose(n)} aria-label={spoken(n, ends)} />
            <span>{n}</span>
          </label>
        ))}
      </div>
      <Ends words={ends} lang={own} />
      {others.map((l) => <Ends key={l} words={anchors(criterion, l)} lang={l} other />)}
      <label class="inline-choice dont-know">
        <input type="radio" name={name} value="" checked={value === null} onChange={() => choose(null)} />
        <span>{both("scale.dont-know", own, others)}</span>
      </label>
    </fieldset>
  );
}

function Ends({ words, lang, other }: { words: string[]; lang: string; other?: boolean }) {
  return <p class={`ends ${other ? "ends-other" : ""}`} aria-hidden="true" lang={lang}>{words.map((w, i) => <span key={i}>{tidy(w)}</span>)}</p>;
}

/** The languages of the room, the reader's own first. */
function languages(): string[] {
  const others = topic("day").value.languages.filter((l) => l !== page.lang);
  return [page.lang, ...others];
}

const anchors = (criterion: string, lang: string) => [1, 5, 9].map((n) => tIn(lang, `scale.${criterion}.${n}`));

function both(key: string, own: string, others: string[]) {
  return <>{tIn(own, key)} {others.map((l) => <span class="soft" key={l} lang={l}>{tIn(l, key)}</span>)}</>;
}

/** A number and, at the ends and the middle, what it means. */
function spoken(n: number, ends: string[]): string {
  const at = [1, 5, 9].indexOf(n);
  return at < 0 ? String(n) : `${n}, ${ends[at]}`;
}
