import { StateMark, t, tidy, topic } from "../../lib";
import type { Recommendation } from "../../types";
import { firstWords, isFinal, nameOf, openObjections, proposed } from "../recommendation";
import { choose } from "./chosen";
import { begin, opening } from "./opening";

/** Every recommendation as a number and a state, always at hand. */
export function Strip({ chosen }: { chosen: Recommendation }) {
  return (
    <nav class="strip" aria-label={t("chair.all")}>
      {topic("texts").value.recommendations.map((r) => (
        <button key={r.id} type="button" class="strip-one" aria-current={r.id === chosen.id} aria-label={`${nameOf(r)}, ${t(`common.state.${r.state}`)}`} title={t(`common.state.${r.state}`)} onClick={() => choose(r)}>
          <b>{r.number}</b>
          <StateMark state={r.state} words="" />
        </button>
      ))}
    </nav>
  );
}

/** The same in words, and the button that prepares a round on all of them. */
export function List({ chosen }: { chosen: Recommendation }) {
  const { recommendations } = topic("texts").value;
  const open = recommendations.filter((r) => !isFinal(r));
  const canRate = open.length > 1 && !topic("rounds").value.open && !opening() && !topic("day").value.closed;
  return (
    <section class="all">
      <div class="spread">
        <h2 class="col-title">{t("chair.all")}</h2>
        {canRate && <button type="button" class="btn slim" onClick={() => (begin(open.map((r) => r.id)), toTop())}>{t("chair.rate-all", { n: open.length })}</button>}
      </div>
      <ul class="rows">
        {recommendations.map((r) => {
          const words = firstWords(r);
          return (
            <li key={r.id}>
              <button type="button" class="row-button" aria-current={r.id === chosen.id} onClick={() => go(r)}>
                <b class="number">{r.number}</b>
                <span class="first-words" lang={words.lang}>{tidy(words.text)}</span>
                <span class="row-states">
                  <StateMark state={r.state} />
                  <Waiting r={r} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What still waits for the chair on it. */
function Waiting({ r }: { r: Recommendation }) {
  const amendments = proposed(r).length;
  const objections = openObjections(r).length;
  return (
    <>
      {r.languages !== "same" && <small class="moved">{t("chair.languages-differ")}</small>}
      {amendments > 0 && <small>{t("chair.n-amendments", { n: amendments })}</small>}
      {objections > 0 && <small>{t("chair.n-objections", { n: objections })}</small>}
    </>
  );
}

function go(r: Recommendation) {
  choose(r);
  toTop();
}

const toTop = () => document.querySelector(".col-table")?.scrollTo({ top: 0 });
