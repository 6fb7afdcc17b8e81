import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { LanguageStatus, Pair, act, clearDraft, draft, me, pending, refreshMe, setDraft, t, topic } from "../lib";
import type { OpenRound, Recommendation } from "../types";
import { Kept, recommendation, seated } from "./parts";
import { Scale } from "./Scale";

type Ratings = Record<string, number>;
const criteria = ["feasible", "acceptable"];

/** What this person rated: what waits to be sent comes before what the server
 * has. Null means not yet; an empty ballot is an abstention. */
function cast(round: string, rec: string): Ratings | null {
  const waits = pending("ballot.cast", (b) => b.round === round && b.recommendation === rec);
  return (waits?.body.ratings as Ratings) ?? me.value.ballots[round]?.[rec] ?? null;
}

/** The open round: one recommendation after the other. */
export function Rate({ round }: { round: OpenRound }) {
  const chosen = useSignal("");
  const ids = round.recommendations;
  const unrated = ids.filter((id) => !cast(round.id, id));
  const id = chosen.value || unrated[0];
  const entitled = round.id in me.value.ballots;
  useEffect(() => {
    if (!entitled) void refreshMe(); // the round may be newer than what is known of this person
  }, [round.id]);
  if (!entitled) return <p class="card small">{seated() && t("phone.round.late")} {t("phone.round.look", { n: round.rated, of: round.entitled })}</p>;
  return (
    <section class="rate stack" aria-label={t("phone.round", { n: round.number })}>
      {id ? (
        <Ballot key={id} round={round} id={id} place={ids.indexOf(id) + 1} done={() => (chosen.value = "")} />
      ) : (
        <div class="card good"><h2>{t("phone.rated-all")}</h2><p>{t("phone.rated-all-why")}</p></div>
      )}
      {ids.length > unrated.length && <Rated round={round} on={id} choose={(r) => (chosen.value = r)} />}
    </section>
  );
}

function Ballot(props: { round: OpenRound; id: string; place: number; done: () => void }) {
  const { round, id } = props;
  const rec = recommendation(id);
  const key = `ballot.${round.id}.${id}`;
  const ratings: Ratings = JSON.parse(draft(key).value ?? "null") ?? cast(round.id, id) ?? {};
  if (!rec) return null;
  const send = (body: Ratings) => {
    void act("ballot.cast", { round: round.id, recommendation: id, ratings: body });
    clearDraft(key);
    props.done();
    document.getElementById("top")?.focus();
    scrollTo(0, 0);
  };
  const given = criteria.filter((c) => ratings[c]);
  return (
    <>
      <RatedText rec={rec} round={round} place={props.place} />
      {criteria.map((c) => (
        <Scale key={c} criterion={c} name={`${id}-${c}`} value={ratings[c]} choose={(n) => setDraft(key, JSON.stringify({ ...ratings, [c]: n }))} />
      ))}
      {given.length === 1 && <p class="small soft" role="status">{t("phone.rate.half", { what: t(`phone.rate.${criteria.find((c) => !ratings[c])}`) })}</p>}
      <p class="small soft">{t("phone.rate.private")}</p>
      <div class="rate-send">
        <button class="btn primary" disabled={given.length === 0} onClick={() => send(ratings)}>{t("phone.rate.send")}</button>
        <button class="btn quiet" onClick={() => send({})}>{t("phone.rate.abstain")}</button>
      </div>
    </>
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
      <p class="small soft">{t("phone.rated-count", { n: round.byRecommendation[rec.id] ?? 0, of: round.entitled })}</p>
    </article>
  );
}

/** What one has rated already, to be changed until the round closes. */
function Rated({ round, on, choose }: { round: OpenRound; on: string | undefined; choose: (id: string) => void }) {
  const rated = round.recommendations.filter((id) => id !== on && cast(round.id, id));
  const waits = pending("ballot.cast");
  return (
    <div class="card">
      <h2 class="minor">{t("phone.rated-by-you")}</h2>
      <ul class="rated">
        {rated.map((id) => (
          <li key={id}>
            <span><b>{t("common.recommendation", { n: recommendation(id)?.number ?? "" })}</b> <span class="soft">{inWords(cast(round.id, id)!)}</span></span>
            <button class="btn slim" onClick={() => choose(id)}>{t("phone.rate.change")}</button>
          </li>
        ))}
      </ul>
      {waits && <Kept />}
    </div>
  );
}

function inWords(ratings: Ratings): string {
  const given = criteria.filter((c) => ratings[c]);
  if (given.length === 0) return t("phone.rate.abstained");
  return given.map((c) => `${t(`common.${c}`)} ${ratings[c]}`).join(" · ");
}
