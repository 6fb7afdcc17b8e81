import { Gate, Picture, tIn, topic, url } from "../lib";
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
      <Picture src={url(`/result/${result.round}/${id}.${floor}.svg`)} alt={tIn(floor, "screen.recommendation", { n: number })} />
      <Fit min={0.7} max={1.15} of={result}>
        <p class="explain"><BothText text={result.explain} /></p>
        {!result.current && <p class="late"><Both k="screen.moved-on" /></p>}
        <Gate conditions={result.conditions} lang={floor} />
        <p class="suggested">
          <span class="soft"><Both k="screen.suggested" /></span>
          <span class={`state ${result.suggested}`}><Both k={`common.state.${result.suggested}`} /></span>
        </p>
        <p class="soft note"><Both k="screen.ratings" args={{ n: result.ratings, m: result.abstained }} /></p>
      </Fit>
    </div>
  );
}
