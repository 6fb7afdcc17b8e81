import { Gate, Picture, me, page, say, t, tidy, url } from "../../lib";
import type { Reason, Recommendation, Result } from "../../types";
import { Confirm } from "../Confirm";
import { Before } from "../rating/Before";
import { abstained } from "../rating/criteria";
import { Numbers } from "../rating/Numbers";
import { Reasons } from "../rating/Reasons";
import { nameOf } from "../recommendation";

/** The newest result: one sentence, the picture, the conditions, the round
 * before, what people wrote, and the figures. */
export function Outcome({ result, r }: { result: Result; r: Recommendation }) {
  const picture = url(`/result/${result.round}/${r.id}.${page.lang}.svg`);
  const sentence = say(result.explain);
  const failed = result.conditions.filter((c) => !c.held).length;
  const of = result.conditions.length;
  return (
    <section class="part result">
      <div class="spread">
        <h3>{t("chair.result", { n: result.number })}</h3>
        <span class="small soft">{t("chair.ratings", { n: result.ratings, abstained: abstained(result) })}</span>
      </div>
      {!result.current && <p class="moved">{t("chair.result-old")}</p>}
      {sentence && <p class="result-sentence">{tidy(sentence)}</p>}
      <p><b>{failed > 0 ? t("chair.conditions-failed", { n: failed, of }) : t("chair.conditions-held", { n: of })}</b></p>
      <Picture src={picture} alt={`${nameOf(r)}: ${sentence}`} />
      <Gate conditions={result.conditions} />
      <Before result={result} />
      <Reasons reasons={result.reasons} beside={me.value.role === "organiser" ? takeOut : undefined} />
      <details>
        <summary>{t("chair.result-numbers")}</summary>
        <Numbers criteria={result.criteria} />
        <p class="small"><a href={url(`/receipts/${result.round}`)}>{t("chair.receipts")}</a></p>
      </details>
    </section>
  );
}

/** A reason that names somebody can be destroyed; its author is not known. */
function takeOut(r: Reason) {
  return <Confirm name="passage.redact" fields={{ ref: r.ref }} label={t("chair.reason-out")} ask={t("chair.reason-out-ask")} yes={t("chair.reason-out")} />;
}
