import { say, t, tidy, topic, turnoutOf } from "../../lib";
import type { OpenRound, Recommendation, Turnout } from "../../types";
import { Confirm } from "../Confirm";
import { Do } from "../Do";
import { Due } from "../rating/Due";
import { Sentences } from "./GateWords";

/** The open round: how many have rated, for how long, and which groups are
 * waited for. */
export function Round({ round, r }: { round: OpenRound; r: Recommendation }) {
  const turnout = turnoutOf(round.id); // undefined: on its way
  const missing = turnout && turnout.entitled - turnout.rated;
  const several = round.recommendations.length > 1;
  const further = round.criteria.slice(2).map((c) => t(`common.${c}`));
  return (
    <section class="card round" aria-label={t("chair.round", { n: round.number })}>
      <div class="spread">
        <h3>{t("chair.round-open", { n: round.number })}</h3>
        {turnout && <b>{t("chair.rated", { n: turnout.rated, of: turnout.entitled })}</b>}
      </div>
      {turnout && <progress max={Math.max(1, turnout.entitled)} value={turnout.rated} aria-label={t("chair.rated", { n: turnout.rated, of: turnout.entitled })} />}
      <Due round={round} overdue={t("rating.overdue")} />
      {several && turnout && <p class="small soft">{t("chair.round-several", { n: round.recommendations.length, here: turnout.byRecommendation[r.id] ?? 0 })}</p>}
      {further.length > 0 && <p class="small soft">{t("chair.round-also", { list: further.join(" · ") })}</p>}
      {turnout && <Waiting turnout={turnout} />}
      <div class="row">
        {missing !== undefined && <Confirm name="round.close" fields={{ round: round.id }} sure={missing === 0} class="primary" yesClass="primary" label={t("chair.close-round")} yes={t("chair.close-round-now")} ask={t("chair.close-round-ask", { n: missing })} />}
        {topic("screen").value.mode !== "now" && <Do name="screen.show" fields={{ mode: "now" }}>{t("chair.show-round")}</Do>}
      </div>
      <details>
        <summary>{t("chair.gate")}</summary>
        <Sentences sentences={round.gate} />
      </details>
    </section>
  );
}

/** Groups of three or more; smaller ones are never counted apart. */
function Waiting({ turnout: { waiting } }: { turnout: Turnout }) {
  const groups = topic("day").value.groups.filter((g) => (waiting[g.id] ?? 0) > 0);
  if (groups.length === 0) return null;
  return (
    <p class="small">
      {t("chair.waiting-for")} {groups.map((g) => t("chair.waiting-group", { group: tidy(say(g.name)), n: waiting[g.id] })).join(" · ")}
    </p>
  );
}
