import { DiffText, tIn, topic } from "../lib";
import type { Segment } from "../types";
import { Both, langs } from "./Both";
import { Fit } from "./Fit";
import { large } from "./thai";

const settled = ["agreed", "agreed-with-dissent", "rejected"];

/** A text in the languages of the room side by side, aligned by paragraph, in
 * the largest size that fits; the last change is marked until it is decided. */
export function Recommendation({ id }: { id: string }) {
  const rec = topic("texts").value.recommendations.find((r) => r.id === id);
  if (!rec) return null;
  const marks = !settled.includes(rec.state);
  return (
    <div class="recommendation">
      <div class="columns labels">
        {langs().map((lang) => <p key={lang} lang={lang}>{tIn(lang, `common.language.${lang}`)}{rec.segments.length === 1 && <Revision segment={rec.segments[0]} lang={lang} />}</p>)}
      </div>
      <Fit min={0.8} max={3.1} of={[rec.segments, marks]}>
        {rec.segments.map((s) => (
          <div class="columns" key={s.id}>
            {langs().map((lang) => <Words key={lang} segment={s} lang={lang} marks={marks} />)}
          </div>
        ))}
      </Fit>
      <p class="standing">
        <span class={`state ${rec.state}`}><Both k={`common.state.${rec.state}`} /></span>
        {rec.languages !== "same" && <span class="late"><Drift segments={rec.segments} /></span>}
      </p>
    </div>
  );
}

function Revision({ segment, lang }: { segment: Segment; lang: string }) {
  const w = segment.wordings[lang];
  return w ? <> · {tIn(lang, "screen.rev", { n: w.rev })}</> : null;
}

function Words({ segment, lang, marks }: { segment: Segment; lang: string; marks: boolean }) {
  const w = segment.wordings[lang];
  if (!w?.text) return <p lang={lang} class="soft">— {tIn(lang, "screen.missing")}</p>;
  return <p lang={lang} class={w.outdated ? "outdated" : ""}>{marks && w.diff.length > 0 ? <DiffText ops={w.diff.map((o) => ({ ...o, text: large(o.text) }))} /> : large(w.text)}</p>;
}

/** Which language is missing or has moved on. */
function Drift({ segments }: { segments: Segment[] }) {
  const s = segments.find((x) => x.status !== "same");
  if (!s) return null;
  return (
    <span class="both">
      {langs().map((lang, i) => (
        <span key={lang} lang={lang} class={i > 0 ? "second" : ""}>
          {tIn(lang, `common.langstatus.${s.status}`, { lang: tIn(lang, `common.language.${s.lang}`) })}
        </span>
      ))}
    </span>
  );
}
