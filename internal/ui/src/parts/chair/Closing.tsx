import { t, topic } from "../../lib";
import { Confirm } from "../Confirm";
import { withoutAction } from "../plan";
import { isFinal } from "../recommendation";

/** The end of the day, with what is still missing. */
export function Closing() {
  const bars = barriers();
  return (
    <section class="part closing">
      <h2 class="col-title">{t("chair.closing")}</h2>
      {bars.length > 0 && (
        <>
          <p class="small"><b>{t("chair.before-closing")}</b></p>
          <ul class="dots small moved">{bars.map((b) => <li key={b}>{b}</li>)}</ul>
        </>
      )}
      <Confirm name="workshop.close" label={t("chair.close")} class="slim" yes={t("chair.close-yes")} yesClass="danger" ask={<Ask />} />
    </section>
  );
}

/** What keeps the workshop from being closed. */
function barriers(): string[] {
  const { open } = topic("rounds").value;
  const without = withoutAction();
  const said: string[] = [];
  if (open) said.push(t("chair.bar-round", { n: open.number }));
  if (without.length > 0) said.push(t("chair.bar-actions", { list: without.map((r) => r.number).join(", ") }));
  return said;
}

/** What closing will do to things as they stand. */
function Ask() {
  const undecided = topic("texts").value.recommendations.filter((r) => !isFinal(r)).length;
  const questions = topic("questions").value.questions.filter((q) => q.status === "open").length;
  return (
    <>
      <p><b>{t("chair.close-ask")}</b></p>
      {undecided > 0 && <p class="small">{t("chair.close-undecided", { n: undecided })}</p>}
      {questions > 0 && <p class="small">{t("chair.close-questions", { n: questions })}</p>}
    </>
  );
}
