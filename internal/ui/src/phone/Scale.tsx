import { t } from "../lib";

interface Props {
  criterion: string; // "feasible" or "acceptable"
  name: string;
  value: number | undefined;
  choose: (n: number) => void;
}

/** Nine numbers in three bands, as one radio group. */
export function Scale({ criterion, name, value, choose }: Props) {
  const ends = [1, 5, 9].map((n) => t(`phone.scale.${criterion}.${n}`));
  return (
    <fieldset class="scale-field">
      <legend>{t(`phone.rate.${criterion}`)}</legend>
      <div class="scale">
        {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => (
          <label key={n}>
            <input type="radio" name={name} value={n} checked={n === value} onChange={() => choose(n)} aria-label={spoken(n, ends)} />
            <span>{n}</span>
          </label>
        ))}
      </div>
      <p class="ends" aria-hidden="true">{ends.map((e, i) => <span key={i}>{e}</span>)}</p>
    </fieldset>
  );
}

/** A number and, at the ends and the middle, what it means. */
function spoken(n: number, ends: string[]): string {
  const at = [1, 5, 9].indexOf(n);
  return at < 0 ? String(n) : `${n}, ${ends[at]}`;
}
