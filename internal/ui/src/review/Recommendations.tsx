import { signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "../lib/t";
import { tidy } from "../lib/text";
import { readFile, withEvidence } from "./file";
import { ACCEPT } from "./Note";
import { PasteMany } from "./PasteMany";
import { focusOn } from "./People";
import { Proposed } from "./Proposed";
import { proposeFrom } from "./propose";
import { kept } from "./read";
import { Recommendation } from "./Recommendation";
import { addAt, edit, langs, review } from "./state";

const pasting = signal(false);

/** The draft recommendations that the workshop is to agree on. */
export function Recommendations() {
  const list = review.value!.draft.recommendations;
  const problem = useSignal("");
  const file = useRef<HTMLInputElement>(null);
  const add = () => {
    addAt("recommendations", kept({ segments: [{}], owner: {}, evidence: [] }));
    focusOn(`recommendations.${list.length}.segments.0.${langs.peek()[0]}`);
  };
  const load = async (list: FileList | null) => {
    const files = [...(list ?? [])];
    const documents = files.filter((f) => !/\.json$/i.test(f.name));
    if (documents.length > 0) {
      problem.value = await proposeFrom(documents);
      return;
    }
    const texts = await Promise.all(files.map((f) => f.text()));
    problem.value = takeIn(texts) ? "" : t("review.file-not-understood");
  };
  return (
    <section class="recs" aria-labelledby="recs-title">
      <div class="spread">
        <h3 id="recs-title">{t("review.recommendations")}</h3>
        <p class="soft">{t("review.texts", { n: list.length })}</p>
      </div>
      <Proposed />
      {list.length === 0 && <p class="soft">{tidy(t("review.no-recommendations"))}</p>}
      <ol>{list.map((rec, i) => <Recommendation key={rec.key} rec={rec} i={i} last={list.length - 1} />)}</ol>
      <div class="row">
        <button type="button" class="btn slim" onClick={add}>{t("review.write-one")}</button>
        <button type="button" class="btn slim" aria-expanded={pasting.value} onClick={() => (pasting.value = !pasting.value)}>{t("review.paste-many")}</button>
        <button type="button" class="btn slim" onClick={() => file.current?.click()}>{t("review.load-file")}</button>
        <input ref={file} type="file" class="hidden-words" tabIndex={-1} aria-hidden="true" accept={`.json,${ACCEPT}`} multiple
          onChange={(e) => (void load(e.currentTarget.files), (e.currentTarget.value = ""))} />
        <span class="hint">{t("review.load-hint")}</span>
      </div>
      {problem.value && <p class="refused" role="alert">{tidy(problem.value)}</p>}
      {pasting.value && <PasteMany close={() => (pasting.value = false)} />}
    </section>
  );
}

/** Adds what files hold; false when none of them could be understood. */
function takeIn(texts: string[]): boolean {
  const loaded = texts.map(readFile).flatMap((l) => (l ? [l] : []));
  if (loaded.length === 0) return false;
  const added = loaded.flatMap((l) => l.recommendations).map((r) => kept(r));
  const evidence = loaded.flatMap((l) => l.evidence);
  edit((d) => ({
    ...d,
    recommendations: withEvidence([...d.recommendations, ...added], evidence),
    madeUp: d.madeUp || loaded.some((l) => l.madeUp),
  }));
  return loaded.length === texts.length;
}
