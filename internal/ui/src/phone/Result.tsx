import { useSignal } from "@preact/signals";
import { Gate, Picture, StateMark, mine, page, saidIn, say, t, tidy, topic, url } from "../lib";
import { Before } from "../parts/rating/Before";
import { Days, decisions } from "../parts/rating/Days";
import { abstained } from "../parts/rating/criteria";
import { Numbers } from "../parts/rating/Numbers";
import { Reasons } from "../parts/rating/Reasons";
import type { Result } from "../types";
import { showOwn } from "./mark";
import { Own } from "./Own";
import { recommendation } from "./parts";

/** The results of the newest round that closed, and what was decided, on the
 * page "now". */
export function Results() {
  const { results } = topic("rounds").value;
  const newest = Math.max(0, ...results.map((r) => r.number));
  const shown = results.filter((r) => r.number === newest && !recommendation(r.recommendation)?.decision);
  if (shown.length === 0 && decisions().length === 0) return null;
  return (
    <section class="results stack">
      {shown.length > 0 && <h2>{t("phone.results", { n: newest })}</h2>}
      {shown.map((r) => <ResultCard key={r.recommendation} result={r} titled folded={shown.length > 1} />)}
      <Days phone />
    </section>
  );
}

interface Props {
  result: Result;
  titled?: boolean; // names its recommendation
  folded?: boolean; // picture and gate are opened by hand
}

/** A result: what it means in one sentence, the picture, the gate. */
export function ResultCard({ result, titled, folded }: Props) {
  const rec = recommendation(result.recommendation);
  const open = useSignal(!folded);
  const held = result.conditions.filter((c) => c.held).length;
  return (
    <article class="card result">
      {titled ? <h3><a href={`#texts/${result.recommendation}`}>{t("common.recommendation", { n: rec?.number ?? "" })}</a></h3> : <h2>{t("phone.result", { n: result.number })}</h2>}
      <p lang={saidIn(result.explain)}>{tidy(say(result.explain))}</p>
      {!result.current && <p class="small over">{t("phone.result.moved-on")}</p>}
      <p class="small soft">{t("phone.result.count", { n: result.ratings, m: abstained(result) })} {t("phone.result.held", { n: held, of: result.conditions.length })}</p>
      <p>{t("phone.result.suggested")} <StateMark state={result.suggested} /></p>
      <Own result={result} />
      <Reasons reasons={result.reasons} folded={folded} />
      {open.value ? <Shown result={result} number={rec?.number ?? 0} /> : <button class="btn slim" aria-expanded="false" onClick={() => (open.value = true)}>{t("phone.result.show")}</button>}
    </article>
  );
}

function Shown({ result, number }: { result: Result; number: number }) {
  const drawn = showOwn(mine(result.round, result.recommendation)?.ratings ?? {});
  return (
    <>
      <Picture src={url(`/result/${result.round}/${result.recommendation}.${page.lang}.svg?tall=1`)} alt={t("phone.result.picture", { n: number })} drawn={drawn} />
      <Before result={result} phone drawn={drawn} />
      <Gate conditions={result.conditions} />
      <details>
        <summary>{t("phone.result.table")}</summary>
        <Numbers criteria={result.criteria} />
      </details>
    </>
  );
}
