import { langName, t, tidy } from "../../lib";
import { languages } from "../recommendation";
import { type Gate, type Preview, change } from "./opening";

/** The gate in sentences, in every language of the room, and its numbers. */
export function GateWords({ preview, changed }: { preview: Preview; changed: boolean }) {
  return (
    <section class="gate-words">
      <h4>{t("chair.open.gate")}</h4>
      <Sentences sentences={preview.sentences} />
      <p class="small soft">{t("chair.open.gate-fixed")}</p>
      <details open={changed}>
        <summary>{t("chair.open.gate-change")}</summary>
        <div class="gate-numbers">{fields.map((f) => <Number key={f.name} field={f} gate={preview.gate} />)}</div>
        {changed && <button type="button" class="btn slim quiet" onClick={() => change({ gate: null })}>{t("chair.open.gate-usual")}</button>}
      </details>
    </section>
  );
}

/** One list of sentences per language, side by side. */
export function Sentences({ sentences }: { sentences: Record<string, string[]> }) {
  return (
    <div class="two-languages">
      {languages().map((lang) => (
        <ol key={lang} lang={lang} aria-label={langName(lang)} class="small">{(sentences[lang] ?? []).map((s) => <li key={s}>{tidy(s)}</li>)}</ol>
      ))}
    </div>
  );
}

interface NumberField {
  name: keyof Gate;
  words: string;
  step: number;
  of: number; // what a person writes is so many times what the gate holds
}

const fields: NumberField[] = [
  { name: "quorum", words: "quorum", step: 1, of: 1 },
  { name: "median", words: "median", step: 0.5, of: 1 },
  { name: "room_high", words: "high", step: 1, of: 100 },
  { name: "room_low", words: "low", step: 1, of: 100 },
  { name: "floor", words: "floor", step: 0.5, of: 1 },
];

function Number({ field, gate }: { field: NumberField; gate: Gate }) {
  const shown = Math.round(gate[field.name] * field.of * 10) / 10;
  const put = (n: number) => !isNaN(n) && change({ gate: { ...gate, [field.name]: n / field.of } });
  return (
    <label>
      <span>{t(`chair.open.${field.words}`)}</span>
      <input type="number" min={0} step={field.step} value={shown} onChange={(e) => put(e.currentTarget.valueAsNumber)} />
    </label>
  );
}
