import { StateMark, langName, t, tidy, topic } from "../../lib";
import type { Recommendation } from "../../types";
import { goTo } from "../place";
import { CAPTIONS } from "./Captions";
import { firstWords, proposed } from "../recommendation";

/** Every text: its first words, its state, and what its languages need. */
export function List({ shown, captions, adding }: { shown?: Recommendation; captions: boolean; adding: boolean }) {
  const canAdd = !topic("day").value.closed;
  return (
    <>
      <ul class="rows">
        {topic("texts").value.recommendations.map((r) => <One key={r.id} r={r} current={r.id === shown?.id} />)}
      </ul>
      {canAdd && <button type="button" class="btn slim wide add-button" aria-current={adding} onClick={() => goTo("add")}>{t("texts.add")}</button>}
      <button type="button" class="btn slim wide add-button" aria-current={captions} onClick={() => goTo(CAPTIONS)}>{t("captions.title")}</button>
    </>
  );
}

function One({ r, current }: { r: Recommendation; current: boolean }) {
  const words = firstWords(r);
  const differs = r.segments.find((s) => s.status !== "same");
  const amendments = proposed(r).length;
  return (
    <li>
      <button type="button" class="row-button" aria-current={current} onClick={() => goTo(r.id)}>
        <b class="number">{r.number}</b>
        <span class="row-words">
          <span class="first-words" lang={words.lang}>{tidy(words.text)}</span>
          <span class="row-states">
            <StateMark state={r.state} />
            {differs && <small class="moved">{t(`common.langstatus.${differs.status}`, { lang: langName(differs.lang) })}</small>}
            {amendments > 0 && <small>{t("texts.n-amendments", { n: amendments })}</small>}
          </span>
        </span>
      </button>
    </li>
  );
}
