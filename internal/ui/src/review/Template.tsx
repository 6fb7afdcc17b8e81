import { useSignal } from "@preact/signals";
import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { saveFile, saveHere } from "./start";
import { review } from "./state";

/** Keeps what was corrected for the next workshop: on this server, or as a
 * file. */
export function Template() {
  const name = useSignal<string | null>(null);
  const speakers = useSignal(false);
  const said = useSignal<{ good: boolean; words: string } | null>(null);
  const now = name.value ?? say(review.value!.draft.title);
  const here = async () => {
    const problem = await saveHere(now);
    said.value = problem ? { good: false, words: problem } : { good: true, words: t("review.template-saved", { name: now.trim() }) };
  };
  return (
    <section class="template" aria-labelledby="template-title">
      <h3 id="template-title">{t("review.template")}</h3>
      <p class="soft">{tidy(t("review.template-hint"))}</p>
      <div class="field"><label for="template-name">{t("review.template-name")}</label>
        <input id="template-name" type="text" maxLength={120} value={now} onInput={(e) => (name.value = e.currentTarget.value)} /></div>
      <div class="row">
        <button type="button" class="btn slim" onClick={here}>{t("review.template-here")}</button>
        <button type="button" class="btn slim" onClick={() => saveFile(now.trim(), speakers.value)}>{t("review.template-file")}</button>
        <label class="tick"><input type="checkbox" checked={speakers.value} onChange={(e) => (speakers.value = e.currentTarget.checked)} /><span>{t("review.template-speakers")}</span></label>
      </div>
      {said.value && <p class={said.value.good ? "checked" : "refused"} role={said.value.good ? "status" : "alert"}>{tidy(said.value.words)}</p>}
    </section>
  );
}
