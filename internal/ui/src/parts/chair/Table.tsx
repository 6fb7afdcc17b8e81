import { DiffText, LanguageStatus, Pair, StateMark, fieldText, t, tidy, topic, url } from "../../lib";
import { useSignal } from "@preact/signals";
import type { Recommendation, Result, Segment } from "../../types";
import { Do } from "../Do";
import { languages, nameOf } from "../recommendation";
import { Amendments } from "./Amendments";
import { after, choose, chosen, resultOf, roundOn } from "./chosen";
import { Decide } from "./Decide";
import { Evidence } from "./Evidence";
import { List, Strip } from "./List";
import { Objections } from "./Objections";
import { OpenRound } from "./OpenRound";
import { begin, opening } from "./opening";
import { Outcome } from "./Outcome";
import { Reports } from "./Reports";
import { Round } from "./Round";
import { Stances } from "./Stances";
import { Days } from "../rating/Days";
import { nextStep } from "./step";

/** What the room talks about: one recommendation, and what is to be done on it. */
export function Table() {
  const r = chosen();
  if (!r) return <p class="soft">{t("chair.no-recommendations")} <a href={url("/texts")}>{t("chair.to-texts")}</a></p>;
  const round = roundOn(r);
  const result = resultOf(r);
  return (
    <>
      {topic("day").value.closed && <Reports />}
      <Strip chosen={r} />
      <article class="on-table" key={r.id} aria-labelledby="on-table">
        <Text r={r} />
        {round && <Round round={round} r={r} />}
        <OpenRound />
        <Buttons r={r} />
        {result?.current && !round ? <Rated r={r} result={result} /> : <Unrated r={r} result={round ? undefined : result} deciding={!round} />}
        <Evidence r={r} />
      </article>
      <List chosen={r} />
      <Days />
    </>
  );
}

/** With a result on the text as it stands, that comes first, and the decision. */
function Rated({ r, result }: { r: Recommendation; result: Result }) {
  return (
    <>
      <Outcome result={result} r={r} />
      <Objections r={r} />
      <Stances r={r} />
      <Decide r={r} result={result} />
      <Amendments r={r} />
    </>
  );
}

/** Before that, what people say of the text. */
function Unrated({ r, result, deciding }: { r: Recommendation; result?: Result; deciding: boolean }) {
  return (
    <>
      <Amendments r={r} />
      <Objections r={r} />
      <Stances r={r} />
      {result && <Outcome result={result} r={r} />}
      {deciding && <Decide r={r} result={result} />}
    </>
  );
}

function Text({ r }: { r: Recommendation }) {
  const changes = useSignal(false);
  const changed = r.segments.some((s) => Object.values(s.wordings).some((w) => w.diff.length > 0));
  return (
    <div class="card text-card">
      <div class="spread">
        <h2 id="on-table">{nameOf(r)}</h2>
        <StateMark state={r.state} />
      </div>
      {r.segments.map((s) => <Paragraph key={s.id} segment={s} changes={changes.value} />)}
      <p class="text-links">
        {changed && <label class="tick"><input type="checkbox" checked={changes.value} onChange={(e) => (changes.value = e.currentTarget.checked)} />{t("chair.show-changes")}</label>}
        <a href={`${url("/texts")}#${r.id}`}>{t("chair.edit-text")}</a>
      </p>
    </div>
  );
}

function Paragraph({ segment, changes }: { segment: Segment; changes: boolean }) {
  const body = (lang: string) => {
    const w = segment.wordings[lang];
    if (!w) return null;
    return changes && w.diff.length > 0 ? <DiffText ops={w.diff} /> : tidy(w.text);
  };
  return (
    <div class="paragraph">
      <Pair langs={languages()} body={body} />
      <LanguageStatus segment={segment} />
    </div>
  );
}

/** What can be done with it now. */
function Buttons({ r }: { r: Recommendation }) {
  const screen = topic("screen").value;
  const next = after(r);
  const on = (mode: string) => screen.mode === mode && screen.ref === r.id;
  return (
    <div class="row table-buttons">
      <Rate r={r} />
      <Show mode="recommendation" r={r} on={on("recommendation")} words={t("chair.show-text")} />
      {resultOf(r) && <Show mode="result" r={r} on={on("result")} words={t("chair.show-result")} />}
      {next && <button type="button" class="btn slim quiet" onClick={() => choose(next)}>{t("chair.next")}</button>}
    </div>
  );
}

/** Prepares a round on this one, while none is open or prepared and nothing
 * final was decided. */
function Rate({ r }: { r: Recommendation }) {
  const { open } = topic("rounds").value;
  const day = topic("day").value;
  if (open || opening() || day.closed || ["agreed", "agreed-with-dissent", "rejected"].includes(r.state)) return null;
  const result = resultOf(r);
  const first = !result?.current && nextStep() === "table" && fieldText(`decide|${r.id}|outcome`) === "";
  return <button type="button" class={`btn slim ${first ? "primary" : ""}`} onClick={() => begin([r.id])}>{t(result ? "chair.rate-again" : "chair.rate")}</button>;
}

function Show({ mode, r, on, words }: { mode: string; r: Recommendation; on: boolean; words: string }) {
  if (on) return <span class="shown">{t("chair.shown", { what: words })}</span>;
  return <Do name="screen.show" fields={{ mode, ref: r.id }}>{words}</Do>;
}
