import { Field, clearDraft, dateText, fieldText, setDraft, t, tidy, topic, useNeed } from "../../lib";
import type { Recommendation, Result } from "../../types";
import { Answer } from "../Do";
import { useDoing } from "../doing";
import { isFinal } from "../recommendation";
import { nextStep } from "./step";

const outcomes = ["agreed", "agreed-with-dissent", "revise", "rejected", "no-quorum"];

/** The chair's decision, or the one in force. */
export function Decide({ r, result }: { r: Recommendation; result?: Result }) {
  const closed = topic("day").value.closed;
  if (closed && !r.decision) return null;
  if (!result && !r.decision) return <Unrated r={r} />;
  return (
    <section class="part decide">
      <h3>{t("chair.decision")}</h3>
      {r.decision && <InForce r={r} />}
      {!closed && !isFinal(r) && <Choose r={r} result={result} />}
      {!closed && r.decision && <Reopen r={r} />}
    </section>
  );
}

function InForce({ r }: { r: Recommendation }) {
  const d = r.decision!;
  return (
    <div class={`card ${isFinal(r) && d.outcome !== "rejected" ? "good" : ""}`}>
      <p><b>{t(`chair.outcome.${d.outcome}`)}</b> <span class="small soft">{dateText(d.at.slice(0, 10))}</span></p>
      {d.sentence && <p>{tidy(d.sentence)}</p>}
    </div>
  );
}

/** Before any rating there is only little to decide: it waits behind a line. */
function Unrated({ r }: { r: Recommendation }) {
  return (
    <details class="part decide">
      <summary>{t("chair.decide-unrated")}</summary>
      <Choose r={r} />
    </details>
  );
}

function Choose({ r, result }: { r: Recommendation; result?: Result }) {
  const doing = useDoing();
  const field = `decide|${r.id}`;
  const choice = fieldText(`${field}|outcome`);
  const suggested = result?.current ? result.suggested : "";
  const record = async (e: Event) => {
    e.preventDefault();
    const sentence = fieldText(`${field}|sentence`).trim();
    if (!(await doing.run("decision.record", { recommendation: r.id, outcome: choice, sentence }))) return;
    clearDraft(`${field}|outcome`);
    clearDraft(`${field}|sentence`);
  };
  const need = useNeed(`decide-${r.id}`, t("common.choice-needed"));
  const choose = (outcome: string) => {
    need.met();
    setDraft(`${field}|outcome`, outcome);
  };
  const primary = nextStep() === "table" && (choice !== "" || result?.current);
  return (
    <form onSubmit={record}>
      <fieldset class="choices">
        <legend class="hidden-words">{t("chair.decision")}</legend>
        {outcomes.map((o) => (
          <label class="choice" key={o}>
            <input type="radio" name={field} value={o} required checked={choice === o} onInvalid={need.onInvalid} onChange={() => choose(o)} />
            <span>{t(`chair.outcome.${o}`)} {o === suggested && <b class="suggested">{t("chair.suggested")}</b>}</span>
          </label>
        ))}
        {need.words}
      </fieldset>
      <Field field={`${field}|sentence`} label={t("chair.sentence")} hint={t(choice === "agreed-with-dissent" ? "chair.sentence-dissent" : "chair.sentence-hint")} lines={2} />
      <button class={`btn slim ${primary ? "primary" : ""}`} aria-disabled={doing.busy}>{t("chair.record")}</button>
      <Answer doing={doing} />
    </form>
  );
}

function Reopen({ r }: { r: Recommendation }) {
  const doing = useDoing();
  const field = `reopen|${r.id}`;
  const reopen = async (e: Event) => {
    e.preventDefault();
    if (await doing.run("decision.reopen", { recommendation: r.id, reason: fieldText(field).trim() })) clearDraft(field);
  };
  return (
    <details class="reopen">
      <summary>{t("chair.reopen")}</summary>
      <form onSubmit={reopen}>
        <Field field={field} label={t("chair.reopen-why")} hint={t("chair.reopen-hint")} lines={1} required />
        <button class="btn slim" aria-disabled={doing.busy}>{t("chair.reopen-do")}</button>
        <Answer doing={doing} />
      </form>
    </details>
  );
}
