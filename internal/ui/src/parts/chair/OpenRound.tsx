import { t, tidy, topic } from "../../lib";
import { Do } from "../Do";
import { furtherCriteria } from "../rating/criteria";
import { isFinal } from "../recommendation";
import { GateWords } from "./GateWords";
import { type Opening, change, end, opening, usePreview } from "./opening";

/** Prepares a round: what is rated, what is asked, for how long, and the gate,
 * which is read before it is opened and cannot be changed afterwards. */
export function OpenRound() {
  const o = opening();
  const over = topic("day").value.closed || topic("rounds").value.open;
  return o && !over ? <Form o={o} /> : null;
}

function Form({ o }: { o: Opening }) {
  const { preview, refused, again } = usePreview(o);
  const number = preview?.number;
  return (
    <section class="card round open-round" aria-label={t("chair.open.do")}>
      <h3>{number ? t("chair.open.title", { n: number }) : t("chair.open.do")}</h3>
      <Which o={o} />
      <Criteria o={o} />
      <Minutes o={o} />
      {refused && (
        <p class="refused" role="alert">
          {tidy(refused)} <button type="button" class="btn slim quiet" onClick={again}>{t("chair.open.again")}</button>
        </p>
      )}
      <GateWords preview={preview} chosen={o.gate} />
      {!preview && !refused && <p class="small soft" role="status">{t("chair.open.reading")}</p>}
      <div class="row">
        {preview ? (
          <Do name="round.open" fields={{ ...o, gate: preview.gate }} class="primary" done={end}>{t("chair.open.do")}</Do>
        ) : (
          <button type="button" class="btn primary" disabled>{t("chair.open.do")}</button>
        )}
        <button type="button" class="btn slim quiet" onClick={end}>{t("common.cancel")}</button>
        {preview && <span class="small soft">{t("chair.open.entitled", { n: preview.entitled })}</span>}
      </div>
    </section>
  );
}

/** One, several or all of those without a final decision. */
function Which({ o }: { o: Opening }) {
  const all = topic("texts").value.recommendations.filter((r) => !isFinal(r));
  const pick = (id: string, on: boolean) => change({ recommendations: all.map((r) => r.id).filter((x) => (x === id ? on : o.recommendations.includes(x))) });
  return (
    <fieldset>
      <legend>{t("chair.open.which")}</legend>
      <div class="chips">
        {all.map((r) => (
          <label class="chip" key={r.id}>
            <input type="checkbox" checked={o.recommendations.includes(r.id)} onChange={(e) => pick(r.id, e.currentTarget.checked)} aria-label={t("chair.open.number", { n: r.number })} />
            <span>{r.number}</span>
          </label>
        ))}
        {all.length > o.recommendations.length && (
          <button type="button" class="btn slim quiet" onClick={() => change({ recommendations: all.map((r) => r.id) })}>{t("chair.open.all", { n: all.length })}</button>
        )}
      </div>
    </fieldset>
  );
}

function Criteria({ o }: { o: Opening }) {
  const pick = (c: string, on: boolean) => change({ criteria: furtherCriteria.filter((x) => (x === c ? on : o.criteria.includes(x))) });
  return (
    <fieldset>
      <legend>{t("chair.open.criteria")}</legend>
      <p class="hint small">{t("chair.open.criteria-hint")}</p>
      <div class="asks">
        {furtherCriteria.map((c) => (
          <label class="tick" key={c}>
            <input type="checkbox" checked={o.criteria.includes(c)} onChange={(e) => pick(c, e.currentTarget.checked)} />
            <span>{t(`common.${c}`)} <small class="soft">{t(`scale.${c}`)}</small></span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const usual = [0, 5, 10, 15];

function Minutes({ o }: { o: Opening }) {
  const other = !usual.includes(o.minutes);
  const choice = (on: boolean, minutes: number, words: string) => (
    <label class="chip" key={words}>
      <input type="radio" name="round-minutes" checked={on} onChange={() => change({ minutes })} />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset>
      <legend>{t("chair.open.minutes")}</legend>
      <p class="hint small">{t("chair.open.minutes-hint")}</p>
      <div class="chips">
        {usual.map((n) => choice(n === o.minutes, n, n === 0 ? t("chair.open.no-time") : t("common.minutes", { n })))}
        {choice(other, 20, t("chair.open.other"))}
        {other && (
          <label class="other-minutes">
            <span class="hidden-words">{t("chair.open.other-minutes")}</span>
            <input type="number" min={1} max={240} value={o.minutes} onChange={(e) => change({ minutes: Math.round(e.currentTarget.valueAsNumber) || 0 })} />
          </label>
        )}
      </div>
    </fieldset>
  );
}
