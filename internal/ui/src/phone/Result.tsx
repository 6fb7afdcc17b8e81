import { useSignal } from "@preact/signals";
import { Gate, Picture, page, saidIn, say, t, tidy, topic, url } from "../lib";
import type { Criterion, Result } from "../types";
import { groupName, recommendation } from "./parts";

/** The results of the newest round that closed, on the page "now". */
export function Results() {
  const { open, results } = topic("rounds").value;
  const newest = Math.max(0, ...results.map((r) => r.number));
  const shown = results.filter((r) => r.number === newest && !recommendation(r.recommendation)?.decision);
  if (open || shown.length === 0) return null;
  return (
    <section class="results stack">
      <h2>{t("phone.results", { n: newest })}</h2>
      {shown.map((r) => <ResultCard key={r.recommendation} result={r} titled folded={shown.length > 1} />)}
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
      <p class="small soft">{t("phone.result.count", { n: result.ratings, m: result.abstained })} {t("phone.result.held", { n: held, of: result.conditions.length })}</p>
      {open.value ? <Shown result={result} number={rec?.number ?? 0} /> : <button class="btn slim" aria-expanded="false" onClick={() => (open.value = true)}>{t("phone.result.show")}</button>}
    </article>
  );
}

function Shown({ result, number }: { result: Result; number: number }) {
  return (
    <>
      <Picture src={url(`/result/${result.round}/${result.recommendation}.${page.lang}.svg?tall=1`)} alt={t("phone.result.picture", { n: number })} />
      <Gate conditions={result.conditions} />
      <details>
        <summary>{t("phone.result.table")}</summary>
        {result.criteria.map((c) => <Numbers key={c.criterion} c={c} />)}
      </details>
    </>
  );
}

function Numbers({ c }: { c: Criterion }) {
  return (
    <table class="small">
      <caption>{t(`common.${c.criterion}`)}</caption>
      <thead><tr><th scope="col">{t("phone.result.group")}</th><th scope="col" class="num">{t("phone.result.n")}</th><th scope="col" class="num">{t("phone.result.median")}</th></tr></thead>
      <tbody>
        {c.rows.map((r) => (
          <tr key={r.group}>
            <th scope="row">{groupName(r.group)}</th>
            <td class="num">{r.n}</td>
            <td class="num">{r.n > 0 ? r.median : "–"}{r.disagreement && <span class="over"> {t("phone.result.disagree")}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
