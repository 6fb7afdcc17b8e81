import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { Field, LanguageStatus, Pair, me, page, pending, refreshMe, t, tIn, topic, turnoutOf } from "../lib";
import { Due } from "../parts/rating/Due";
import { gateCriteria, rated } from "../parts/rating/criteria";
import type { OpenRound, Recommendation } from "../types";
import { type Ballot as Filled, answer, answered, cast, filledIn, reasonField, send } from "./ballot";
import { Earlier } from "./Earlier";
import { Fold, Kept, recommendation, seated } from "./parts";
import { Scale } from "./Scale";

/** The open round: one recommendation after the other. */
export function Rate({ round }: { round: OpenRound }) {
  const chosen = useSignal("");
  const ids = round.recommendations;
  const unrated = ids.filter((id) => !cast(round.id, id));
  const id = chosen.value || unrated[0];
  const entitled = round.id in me.value.ballots;
  useEffect(() => {
    if (!entitled) void refreshMe(); // the round may be newer than what is known of this person, or another tab told of before it
  }, [round.id, entitled]);
  if (!entitled) return <Look round={round.id} />;
  return (
    <section class="rate stack" aria-label={t("phone.round", { n: round.number })}>
      {id ? (
        <Ballot key={id} round={round} id={id} place={ids.indexOf(id) + 1} done={() => (chosen.value = "")} />
      ) : (
        <div class="card good"><h2>{t("phone.rated-all")}</h2><p>{t("phone.rated-all-why")}</p><Left round={round} /></div>
      )}
      {ids.length > unrated.length && <Rated round={round} on={id} choose={(r) => (chosen.value = r)} />}
    </section>
  );
}

// What changes with every ballot has its own small parts, so that nothing else is drawn again.

function Look({ round }: { round: string }) {
  const turnout = turnoutOf(round);
  const said = [seated() && t("phone.round.late"), turnout && t("phone.round.look", { n: turnout.rated, of: turnout.entitled })].filter(Boolean);
  return said.length > 0 ? <p class="card small">{said.join(" ")}</p> : null;
}

function Count({ round, id }: { round: string; id: string }) {
  const turnout = turnoutOf(round);
  return turnout ? <p class="small soft">{t("phone.rated-count", { n: turnout.byRecommendation[id] ?? 0, of: turnout.entitled })}</p> : null;
}

const Left = ({ round }: { round: OpenRound }) => <Due round={round} overdue={t("phone.rate.overdue")} />;

function Ballot({ round, id, place, done }: { round: OpenRound; id: string; place: number; done: () => void }) {
  const rec = recommendation(id);
  const ballot = filledIn(round.id, id);
  if (!rec) return null;
  const give = (b: Filled) => {
    send(round.id, id, b);
    done();
    document.getElementById("top")?.focus();
    scrollTo(0, 0);
  };
  const scale = (c: string) => <Asked key={c} round={round.id} id={id} criterion={c} ballot={ballot} />;
  const open = gateCriteria.filter((c) => !answered(ballot, c));
  const begun = round.criteria.some((c) => answered(ballot, c));
  return (
    <>
      <RatedText rec={rec} round={round} place={place} />
      {gateCriteria.map(scale)}
      <Further criteria={round.criteria.filter((c) => !gateCriteria.includes(c))} ballot={ballot} scale={scale} />
      <Reason round={round.id} id={id} ballot={ballot} />
      {begun && open.length > 0 && <p class="small soft" role="status">{t("phone.rate.half", { what: open.map((c) => t(`common.${c}`)).join(", ") })}</p>}
      <p class="small soft">{t("phone.rate.private")}</p>
      <div class="rate-send">
        <button class="btn primary" disabled={!begun} onClick={() => give(ballot)}>{t("phone.rate.send")}</button>
        <button class="btn quiet" onClick={() => give({ ...ballot, ratings: {}, dontKnow: [] })}>{t("phone.rate.abstain")}</button>
      </div>
    </>
  );
}

function Asked({ round, id, criterion, ballot }: { round: string; id: string; criterion: string; ballot: Filled }) {
  const value = ballot.dontKnow.includes(criterion) ? null : ballot.ratings[criterion];
  return (
    <Scale criterion={criterion} name={`${id}-${criterion}`} value={value} choose={(n) => answer(round, id, criterion, n)}>
      <Earlier id={id} criterion={criterion} />
    </Scale>
  );
}

/** What a round asks besides, behind one line: it decides nothing. */
function Further({ criteria, ballot, scale }: { criteria: string[]; ballot: Filled; scale: (c: string) => VNode }) {
  if (criteria.length === 0) return null;
  return (
    <Fold label={t("phone.rate.also", { list: criteria.map((c) => t(`common.${c}`)).join(" · ") })} begun={criteria.some((c) => answered(ballot, c))}>
      <div class="stack">{criteria.map(scale)}</div>
    </Fold>
  );
}

function Reason({ round, id, ballot }: { round: string; id: string; ballot: Filled }) {
  return (
    <Fold label={t("phone.rate.why")} begun={ballot.reason !== ""}>
      <Field field={reasonField(round, id)} label={t("phone.rate.reason")} hint={t("phone.rate.reason-hint")} initial={ballot.reason} lines={2} maxLength={500} />
    </Fold>
  );
}

function RatedText({ rec, round, place }: { rec: Recommendation; round: OpenRound; place: number }) {
  const langs = topic("day").value.languages;
  return (
    <article class="card">
      <p class="spread small soft">
        <a href={`#texts/${rec.id}`}><b>{t("common.recommendation", { n: rec.number })}</b></a>
        <span>{t("phone.round-place", { n: round.number, place, of: round.recommendations.length })}</span>
      </p>
      {rec.segments.map((s) => (
        <div key={s.id}>
          <Pair langs={langs} text={Object.fromEntries(Object.entries(s.wordings).map(([l, w]) => [l, w.text]))} />
          {s.status !== "same" && <LanguageStatus segment={s} />}
        </div>
      ))}
      <Count round={round.id} id={rec.id} />
      <Left round={round} />
    </article>
  );
}

/** What one has rated already, to be changed until the round closes. */
function Rated({ round, on, choose }: { round: OpenRound; on: string | undefined; choose: (id: string) => void }) {
  const given = round.recommendations.filter((id) => id !== on && cast(round.id, id));
  const waits = pending("ballot.cast");
  return (
    <div class="card">
      <h2 class="minor">{t("phone.rated-by-you")}</h2>
      <ul class="rated">
        {given.map((id) => (
          <li key={id}>
            <span><b>{t("common.recommendation", { n: recommendation(id)?.number ?? "" })}</b> <span class="soft">{inWords(round.criteria, cast(round.id, id)!)}</span></span>
            <button class="btn slim" onClick={() => choose(id)}>{t("phone.rate.change")}</button>
          </li>
        ))}
      </ul>
      {waits && <Kept />}
    </div>
  );
}

function inWords(criteria: string[], b: Filled): string {
  const unknown = tIn(page.lang, "scale.dont-know");
  const given = criteria.filter((c) => answered(b, c)).map((c) => (c in b.ratings ? rated(c, b.ratings[c]) : `${t(`common.${c}`)}: ${unknown}`));
  if (given.length === 0) given.push(t("phone.rate.abstained"));
  if (b.reason) given.push(t("phone.rate.with-reason"));
  return given.join(" · ");
}
