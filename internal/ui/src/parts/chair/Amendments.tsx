import { Field, clearDraft, fieldText, t, tidy, topic } from "../../lib";
import type { Amendment, Recommendation } from "../../types";
import { Count } from "../Count";
import { Answer } from "../Do";
import { useDoing } from "../doing";
import { ProposedChange } from "../ProposedChange";
import { proposed } from "../recommendation";

/** Proposed wordings: accept, or reject with an answer to whoever proposed. */
export function Amendments({ r }: { r: Recommendation }) {
  const open = proposed(r);
  const settled = r.amendments.filter((a) => a.status !== "proposed");
  if (r.amendments.length === 0) return null;
  return (
    <section class="part">
      <h3>{t("chair.amendments")} <Count n={open.length} /></h3>
      {open.map((a) => <Open key={a.id} a={a} />)}
      {settled.length > 0 && (
        <details>
          <summary>{t("chair.settled", { n: settled.length })}</summary>
          {settled.map((a) => (
            <div class="settled" key={a.id}>
              <p><b>{t(`staff.amendment.${a.status}`)}</b></p>
              <ProposedChange amendment={a} />
              {a.answer && <p class="small"><b>{t("chair.answer")}</b> {tidy(a.answer)}</p>}
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

function Open({ a }: { a: Amendment }) {
  const doing = useDoing();
  const field = `answer|${a.id}`;
  const settle = async (command: string) => {
    if (await doing.run(command, { amendment: a.id, answer: fieldText(field).trim() })) clearDraft(field);
  };
  const closed = topic("day").value.closed;
  return (
    <div class="card amendment">
      <ProposedChange amendment={a} />
      {!closed && (
        <>
          <Field field={field} label={t("chair.your-answer")} hint={t("chair.answer-hint")} maxLength={4000} />
          <p class="row">
            <button type="button" class="btn slim" aria-disabled={doing.busy || a.movedOn} onClick={() => a.movedOn || void settle("amendment.accept")}>{t("chair.accept")}</button>
            <button type="button" class="btn slim" aria-disabled={doing.busy} onClick={() => settle("amendment.reject")}>{t("chair.reject")}</button>
          </p>
        </>
      )}
      <Answer doing={doing} />
    </div>
  );
}
