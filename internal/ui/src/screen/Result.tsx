import { say, shapes, tIn, tidy, topic, url } from "../lib";
import type { Condition } from "../types";
import { Both, BothText, langs } from "./Both";
import { Fit } from "./Fit";

/** A result: one sentence in each language, the picture, the gate. */
export function Result({ id }: { id: string }) {
  const result = topic("rounds").value.results.find((r) => r.recommendation === id);
  if (!result) return null;
  const floor = langs()[0];
  const number = topic("texts").value.recommendations.find((r) => r.id === id)?.number ?? "";
  return (
    <div class="result">
      <figure>
        <img src={url(`/result/${result.round}/${id}.${floor}.svg`)} alt={tIn(floor, "screen.recommendation", { n: number })} />
      </figure>
      <Fit min={0.7} max={1.15} of={result}>
        <p class="explain"><BothText text={result.explain} /></p>
        {!result.current && <p class="late"><Both k="screen.moved-on" /></p>}
        <ul class="gate">{result.conditions.map((c) => <Gate key={c.code + c.text[floor]} c={c} />)}</ul>
        <p class="suggested">
          <span class="soft"><Both k="screen.suggested" /></span>
          <span class={`state ${result.suggested} mark-${shapes[result.suggested] ?? "open"}`}><Both k={`common.state.${result.suggested}`} /></span>
        </p>
        <p class="soft note"><Both k="screen.ratings" args={{ n: result.ratings, m: result.abstained }} /></p>
      </Fit>
    </div>
  );
}

function Gate({ c }: { c: Condition }) {
  const floor = langs()[0];
  return (
    <li class={c.held ? "held" : "failed"}>
      <span class="sign" aria-hidden="true">{c.held ? "✓" : "✗"}</span>
      <span lang={floor}>{tidy(say(c.text, floor))}<span class="hidden-words"> {tIn(floor, c.held ? "screen.held" : "screen.failed")}</span></span>
      <b>{c.value}</b>
    </li>
  );
}
