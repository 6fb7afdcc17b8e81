import { Gate, Picture, page, say, t, tidy, url } from "../../lib";
import type { Recommendation, Result } from "../../types";
import { nameOf } from "../recommendation";

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
      <Gate conditions={result.conditions} />
    </section>
  );
}
