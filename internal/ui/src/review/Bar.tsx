import { useEffect } from "preact/hooks";
import { t } from "../lib/t";
import { tidy } from "../lib/text";
import { lookAt } from "./Cell";
import { Confirm } from "./Confirm";
import { Before, asking } from "./Before";
import { sending } from "./send";
import { refused, review, startOver, undo } from "./state";
import { decisionMinutes } from "./times";

/** What the day leaves for deciding, always in sight, and the one way on. */
export function Bar() {
  const no = refused.value;
  const n = review.value!.draft.recommendations.length;
  useEffect(() => {
    if (no?.path) lookAt(no.path);
  }, [no]);
  return (
    <footer class="bar">
      <div class="bar-words">
        <p class="budget" aria-live="polite">{tidy(budget(decisionMinutes(review.value!.draft.items), n))}</p>
        <div class="bar-small">
          {undo.value ? <Undo /> : <span class="soft">{t("review.kept-here")}</span>}
          <Confirm label={t("review.start-over")} ask={t("review.start-over-ask")} yes={t("review.start-over-yes")} act={startOver} />
        </div>
        {no && <p class="refused" role="alert">{t("review.not-created")} {tidy(no.message)} {no.path && <button type="button" class="link" onClick={() => lookAt(no.path)}>{t("review.to-field")}</button>}</p>}
      </div>
      {asking.value ? <Before /> : <button type="button" class="btn primary" aria-disabled={sending.value} onClick={() => (asking.value = true)}>{t(sending.value ? "review.creating" : "review.create")}</button>}
    </footer>
  );
}

function Undo() {
  const back = () => {
    const { draft } = undo.peek()!;
    review.value = { ...review.peek()!, draft };
    undo.value = null;
  };
  return <span role="status">{undo.value!.said} <button type="button" class="link" onClick={back}>{t("review.undo")}</button></span>;
}

/** The sentence that this page is for: how long the room has for each text. */
export function budget(minutes: number, n: number): string {
  if (minutes === 0) return t("review.budget-no-time");
  if (n === 0) return t("review.budget-no-texts", { minutes });
  if (n === 1) return t("review.budget-one", { minutes });
  if (minutes < n) return t("review.budget-under", { minutes, n });
  return t("review.budget", { minutes, n, each: Math.floor(minutes / n) });
}
