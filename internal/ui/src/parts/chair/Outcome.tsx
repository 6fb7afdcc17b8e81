import { page, say, t, tidy, url } from "../../lib";
import type { Condition, Recommendation, Result } from "../../types";
import { nameOf } from "../recommendation";
import { Picture } from "./Picture";

/** The newest result: one sentence, the picture, the conditions. */
export function Outcome({ result, r }: { result: Result; r: Recommendation }) {
  const picture = url(`/result/${result.round}/${r.id}.${page.lang}.svg`);
  const sentence = say(result.explain);
  return (
    <section class="part result">
      <div class="spread">
        <h3>{t("chair.result", { n: result.number })}</h3>
        <span class="small soft">{t("chair.ratings", { n: result.ratings, abstained: result.abstained })}</span>
      </div>
      {!result.current && <p class="moved">{t("chair.result-old")}</p>}
      {sentence && <p class="result-sentence">{tidy(sentence)}</p>}
      <Picture src={picture} alt={`${nameOf(r)}: ${sentence}`} />
      <h4>{t("chair.conditions", { n: result.conditions.filter((c) => c.held).length, of: result.conditions.length })}</h4>
      <Conditions of={result.conditions} />
    </section>
  );
}

/** Those that are not met come first; the rest can be opened. */
function Conditions({ of }: { of: Condition[] }) {
  const failed = of.filter((c) => !c.held);
  const held = of.filter((c) => c.held);
  return (
    <>
      <ul class="gate">{failed.map((c, i) => <One key={i} c={c} />)}</ul>
      {held.length > 0 && (
        <details open={failed.length === 0}>
          <summary>{t("chair.met", { n: held.length })}</summary>
          <ul class="gate">{held.map((c, i) => <One key={i} c={c} />)}</ul>
        </details>
      )}
    </>
  );
}

function One({ c }: { c: Condition }) {
  return (
    <li class={c.held ? "held" : "failed"}>
      <span class="gate-mark"><span aria-hidden="true">{c.held ? "✓" : "✗"}</span><span class="hidden-words">{t(c.held ? "chair.is-met" : "chair.not-met")}</span></span>
      <span>{tidy(say(c.text))} {!c.held && <small class="soft">{t(`chair.stands-${c.stands}`)}</small>}</span>
      <b>{c.value}</b>
    </li>
  );
}
