import { StateMark, page, saidIn, say, t, tidy, topic } from "../lib";
import type { Recommendation } from "../types";
import { goalText } from "../parts/goal";
import { firstWords } from "./parts";

/** Every recommendation, with where it stands. */
export function Texts() {
  const { recommendations } = topic("texts").value;
  const day = topic("day").value;
  return (
    <>
      <div class="spread">
        <h1>{t("phone.tab.texts")}</h1>
        <span class="soft">{t("phone.agreed-of", { n: day.agreed, of: day.total })}</span>
      </div>
      {day.goal > 0 && <p class="soft">{tidy(goalText(day))}</p>}
      {recommendations.length === 0 && <p class="soft">{t("phone.texts.none")}</p>}
      <ol class="texts">{recommendations.map((r) => <Row key={r.id} rec={r} />)}</ol>
    </>
  );
}

function Row({ rec }: { rec: Recommendation }) {
  const words = firstWords(rec);
  const open = rec.amendments.filter((a) => a.status === "proposed").length;
  return (
    <li>
      <a href={`#texts/${rec.id}`} class="text-row">
        <span class="number">{rec.number}</span>
        <span class="two-lines" lang={saidIn(words, page.lang)}>{tidy(say(words))}</span>
        <span class="marks">
          <StateMark state={rec.state} />
          {rec.languages !== "same" && <span class="small over">{t(`phone.languages.${rec.languages}`)}</span>}
          {open > 0 && <span class="small soft">{t("phone.amendments-open", { n: open })}</span>}
        </span>
      </a>
    </li>
  );
}
