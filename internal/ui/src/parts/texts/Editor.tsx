import { LanguageStatus, StateMark, t, topic } from "../../lib";
import type { Recommendation, Segment } from "../../types";
import { Count } from "../Count";
import { ProposedChange } from "../ProposedChange";
import { beingRated, isFinal, languages, nameOf, proposed } from "../recommendation";
import { Wording } from "./Wording";
import { beginEdit } from "./editing";

/** One recommendation, its languages side by side. */
export function Editor({ r }: { r: Recommendation }) {
  const locked = whyLocked(r);
  return (
    <article aria-labelledby="text-name">
      <div class="spread">
        <h2 id="text-name">{nameOf(r)}</h2>
        <StateMark state={r.state} />
      </div>
      {locked && <p class="locked">{locked}</p>}
      {r.segments.map((s, i) => <Paragraph key={s.id} r={r} segment={s} n={r.segments.length > 1 ? i + 1 : 0} locked={locked !== ""} />)}
    </article>
  );
}

/** Why the text cannot be changed now; empty when it can. */
function whyLocked(r: Recommendation): string {
  if (topic("day").value.closed) return t("texts.locked-closed");
  if (beingRated(r)) return t("texts.locked-rated");
  return isFinal(r) ? t("texts.locked-decided") : "";
}

function Paragraph({ r, segment, n, locked }: { r: Recommendation; segment: Segment; n: number; locked: boolean }) {
  return (
    <section class="paragraph" aria-label={n > 0 ? t("texts.paragraph", { n }) : nameOf(r)}>
      {n > 0 && <h3>{t("texts.paragraph", { n })}</h3>}
      <LanguageStatus segment={segment} />
      <div class="side-by-side">
        {languages().map((lang) => <Wording key={lang} segment={segment} lang={lang} locked={locked} />)}
      </div>
      <Amendments r={r} segment={segment} locked={locked} />
    </section>
  );
}

/** What people propose for this paragraph; the chair accepts or rejects. */
function Amendments({ r, segment, locked }: { r: Recommendation; segment: Segment; locked: boolean }) {
  const open = proposed(r).filter((a) => a.segment === segment.id);
  if (open.length === 0) return null;
  return (
    <div class="part">
      <h3>{t("texts.amendments")} <Count n={open.length} /></h3>
      <p class="small soft">{t("texts.amendments-hint")}</p>
      {open.map((a) => (
        <div class="card amendment" key={a.id}>
          <ProposedChange amendment={a} />
          {!locked && a.text && (
            <p><button type="button" class="btn slim quiet" onClick={() => beginEdit(segment, a.lang, a.text)}>{t("texts.take-words")}</button></p>
          )}
        </div>
      ))}
    </div>
  );
}
