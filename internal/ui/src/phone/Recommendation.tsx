import { useSignal } from "@preact/signals";
import { DiffText, LanguageStatus, Pair, StateMark, dateText, t, tidy, topic } from "../lib";
import type { Recommendation as Rec, Segment } from "../types";
import { Amend, Amendments } from "./Amend";
import { Evidence } from "./Evidence";
import { Objections } from "./Objections";
import { recommendation, seated } from "./parts";
import { ResultCard } from "./Result";
import { Stances } from "./Stances";

const final = ["agreed", "agreed-with-dissent", "rejected"];

/** One text with all that was said about it. */
export function Recommendation({ id }: { id: string }) {
  const rec = recommendation(id);
  const result = topic("rounds").value.results.find((r) => r.recommendation === id);
  if (!rec) return <p>{t("phone.texts.gone")} <a href="#texts">{t("phone.tab.texts")}</a></p>;
  const decided = final.includes(rec.state);
  return (
    <>
      <p class="back"><a href="#texts">{t("phone.all-texts")}</a></p>
      <div class="spread"><h1>{t("common.recommendation", { n: rec.number })}</h1><StateMark state={rec.state} /></div>
      {rec.decision && <Decision rec={rec} />}
      {rec.segments.map((s) => <Paragraph key={s.id} rec={rec} segment={s} decided={decided} />)}
      <Stances rec={rec} decided={decided} />
      <Objections rec={rec} decided={decided} />
      {result && <ResultCard result={result} />}
      <Evidence rec={rec} />
    </>
  );
}

function Decision({ rec }: { rec: Rec }) {
  const d = rec.decision!;
  return (
    <div class={`card ${final.includes(d.outcome) && d.outcome !== "rejected" ? "good" : "warn"}`}>
      <p><b>{t(`common.state.${d.outcome}`)}</b> <span class="soft">{dateText(d.at.slice(0, 10))}</span></p>
      {d.sentence && <p>{tidy(d.sentence)}</p>}
    </div>
  );
}

function Paragraph({ rec, segment, decided }: { rec: Rec; segment: Segment; decided: boolean }) {
  const changes = useSignal(false);
  const langs = topic("day").value.languages;
  const changed = Object.values(segment.wordings).some((w) => w.diff.length > 0);
  return (
    <section class="paragraph stack">
      <div class="card">
        <Pair langs={langs} body={(lang) => <Wording segment={segment} lang={lang} changes={changes.value} />} />
        <LanguageStatus segment={segment} />
        {changed && (
          <button class="btn slim quiet flush" aria-pressed={changes.value} onClick={() => (changes.value = !changes.value)}>
            {t(changes.value ? "phone.changes-hide" : "phone.changes")}
          </button>
        )}
      </div>
      {seated() && !decided && <Amend segment={segment} langs={langs} />}
      <Amendments list={rec.amendments.filter((a) => a.segment === segment.id)} />
    </section>
  );
}

function Wording({ segment, lang, changes }: { segment: Segment; lang: string; changes: boolean }) {
  const w = segment.wordings[lang];
  if (!w?.text) return null;
  return changes && w.diff.length > 0 ? <DiffText ops={w.diff} /> : <>{tidy(w.text)}</>;
}
