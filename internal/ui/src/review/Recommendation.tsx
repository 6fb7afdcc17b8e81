import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { Words } from "./Cell";
import { Remove, focusOn } from "./People";
import { type Kept, addAt, edit, langs, takeAt } from "./state";
import type { Recommendation as Rec } from "./types";

/** One draft: its paragraphs in every language, who would do it, what it rests on. */
export function Recommendation({ rec, i, last }: { rec: Kept<Rec>; i: number; last: number }) {
  const path = `recommendations.${i}`;
  const name = t("common.recommendation", { n: i + 1 });
  const many = rec.segments.length > 1;
  return (
    <li class="rec card" aria-label={name}>
      <div class="rec-head">
        <b>{name}</b>
        <span class="rec-tools">
          <button type="button" class="icon" disabled={i === 0} aria-label={t("review.up-named", { what: name })} onClick={() => swap(i, i - 1)}><span aria-hidden="true">↑</span></button>
          <button type="button" class="icon" disabled={i === last} aria-label={t("review.down-named", { what: name })} onClick={() => swap(i, i + 1)}><span aria-hidden="true">↓</span></button>
          <Remove what={name} act={() => takeAt("recommendations", i, name)} />
        </span>
      </div>
      {rec.segments.map((_, s) => (
        <div class="segment" key={s}>
          <Words path={`${path}.segments.${s}`} label={many ? t("review.paragraph-of", { what: name, n: s + 1 }) : name} kind="text" hidden />
          {many && <Remove what={t("review.paragraph-of", { what: name, n: s + 1 })} act={() => takeAt(`${path}.segments`, s, t("review.paragraph-of", { what: name, n: s + 1 }))} />}
        </div>
      ))}
      <details>
        <summary>{summary(rec)}</summary>
        <Words path={`${path}.owner`} label={t("review.owner")} />
        <Evidence path={`${path}.evidence`} rec={rec} />
        <p><button type="button" class="btn slim quiet flush" onClick={() => addParagraph(path, rec)}>{t("review.add-paragraph")}</button></p>
      </details>
    </li>
  );
}

function summary(rec: Rec): string {
  const owner = say(rec.owner);
  const parts = [owner ? t("review.owner-is", { who: owner }) : t("review.owner-none"), t("review.evidence-count", { n: rec.evidence.length })];
  return parts.join(" · ");
}

function Evidence({ path, rec }: { path: string; rec: Rec }) {
  const add = () => {
    addAt(path, { id: "", statement: {} });
    focusOn(`${path}.${rec.evidence.length}.statement.${langs.peek()[0]}`);
  };
  return (
    <div class="evidence" role="group" aria-label={t("review.evidence")}>
      <p class="field-label">{t("review.evidence")}</p>
      {rec.evidence.map((e, n) => (
        <div class="person evidence-one" key={n}>
          <div>
            {(e.id || e.source) && <p class="small soft">{[e.id, tidy(e.source ?? "")].filter(Boolean).join(" · ")}</p>}
            <Words path={`${path}.${n}.statement`} label={t("review.evidence-n", { n: n + 1 })} kind="text" hidden />
          </div>
          <Remove what={e.id || t("review.evidence-n", { n: n + 1 })} act={() => takeAt(path, n, e.id || t("review.evidence-n", { n: n + 1 }))} />
        </div>
      ))}
      <button type="button" class="btn slim quiet flush" onClick={add}>{t("review.add-evidence")}</button>
    </div>
  );
}

function addParagraph(path: string, rec: Rec) {
  addAt(`${path}.segments`, {});
  focusOn(`${path}.segments.${rec.segments.length}.${langs.peek()[0]}`);
}

function swap(i: number, j: number) {
  edit((d) => {
    const recommendations = [...d.recommendations];
    [recommendations[i], recommendations[j]] = [recommendations[j], recommendations[i]];
    return { ...d, recommendations };
  });
}
