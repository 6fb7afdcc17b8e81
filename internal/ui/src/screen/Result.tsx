import { Gate, Picture, tIn, topic, url } from "../lib";
import { abstained } from "../parts/rating/criteria";
import type { Result as Of, Row } from "../types";
import { Both, BothText, langs } from "./Both";
import { Fit } from "./Fit";

/** A result: one sentence in each language, what the gate makes of it, the
 * picture, the gate, the round before. */
export function Result({ id }: { id: string }) {
  const result = topic("rounds").value.results.find((r) => r.recommendation === id);
  if (!result) return null;
  const floor = langs()[0];
  const rec = topic("texts").value.recommendations.find((r) => r.id === id);
  const unsure = Math.max(...result.criteria.map((c) => c.dontKnow));
  return (
    <div class="result">
      <Picture src={url(`/result/${result.round}/${id}.${floor}.svg?projector`)} alt={tIn(floor, "screen.recommendation", { n: rec?.number ?? "" })} />
      <Fit min={0.55} max={1.15} of={result}>
        <p class="explain"><BothText text={result.explain} /></p>
        {!result.current && <p class="late"><Both k="screen.moved-on" /></p>}
        <Outcome suggested={result.suggested} decided={rec?.decision?.outcome} />
        <Before result={result} />
        {!result.before && <Others result={result} />}
        <Gate conditions={result.conditions} lang={floor} />
        <p class="soft note"><Both k="screen.ratings" args={{ n: result.ratings, m: abstained(result) }} /></p>
        {unsure > 0 && <p class="soft note"><Both k="screen.dont-know" args={{ n: unsure }} /></p>}
      </Fit>
    </div>
  );
}

/** What the gate suggests, until it is decided. */
function Outcome({ suggested, decided }: { suggested: string; decided?: string }) {
  const outcome = decided ?? suggested;
  return (
    <p class="suggested">
      <span class="soft"><Both k={decided ? "screen.decision" : "screen.suggested"} /></span>
      <span class={`state ${outcome}`}><Both k={`common.state.${outcome}`} /></span>
    </p>
  );
}

/** The room's medians of the round before and of this one. */
function Before({ result }: { result: Of }) {
  const { before, number, criteria } = result;
  if (!before) return null;
  return (
    <div class="rounds-compared">
      <p class="soft"><Both k="screen.before" args={{ before: before.number, now: number }} /></p>
      <ul>
        {criteria.map((c, i) => (
          <li key={c.criterion}><Both k={`common.${c.criterion}`} /> <b>{median(before.rows[i])} → {median(c.rows[0])}</b></li>
        ))}
      </ul>
    </div>
  );
}

/** The room's medians beyond those that the gate goes by: the picture has no
 * room for all when many role groups rated. */
function Others({ result }: { result: Of }) {
  const others = result.criteria.filter((c) => c.criterion !== "feasible" && c.criterion !== "acceptable");
  if (others.length === 0) return null;
  return (
    <div class="rounds-compared">
      <p class="soft"><Both k="screen.others" /></p>
      <ul>{others.map((c) => <li key={c.criterion}><Both k={`common.${c.criterion}`} /> <b>{median(c.rows[0])}</b></li>)}</ul>
    </div>
  );
}

const median = (r: Row) => (r.n > 0 ? r.median : "–");
