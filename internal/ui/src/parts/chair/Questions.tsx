import { useSignal } from "@preact/signals";
import { Field, clearDraft, fieldText, t, tidy, topic } from "../../lib";
import type { Question } from "../../types";
import { Count } from "../Count";
import { Answer, Do } from "../Do";
import { useDoing } from "../doing";

const FIRST = 5;

/** Questions from the room, the most supported first. */
export function Questions() {
  const more = useSignal(false);
  const all = topic("questions").value.questions;
  const open = all.filter((q) => q.status === "open");
  const rest = all.filter((q) => q.status !== "open");
  const shown = more.value ? open : open.slice(0, FIRST);
  return (
    <section class="part">
      <h2 class="col-title">{t("chair.questions")} <Count n={open.length} /></h2>
      {all.length === 0 && <p class="soft small">{t("chair.no-questions")}</p>}
      <ul class="questions">{shown.map((q) => <One key={q.id} q={q} />)}</ul>
      {open.length > shown.length && <button type="button" class="btn slim quiet" onClick={() => (more.value = true)}>{t("chair.more-questions", { n: open.length - shown.length })}</button>}
      {rest.length > 0 && (
        <details>
          <summary>{t("chair.settled-questions", { n: rest.length })}</summary>
          <ul class="questions">{rest.map((q) => <One key={q.id} q={q} />)}</ul>
        </details>
      )}
    </section>
  );
}

function One({ q }: { q: Question }) {
  const writing = useSignal(false);
  const closed = topic("day").value.closed;
  return (
    <li class="question">
      <p lang={q.lang}>{tidy(q.text)}</p>
      <p class="small soft">
        {t("chair.support", { n: q.support })}
        {q.status !== "open" && <b> · {t(`chair.question.${q.status}`)}</b>}
      </p>
      {q.answer && <p class="small"><b>{t("chair.answer")}</b> {tidy(q.answer)}</p>}
      {q.status !== "answered" && !writing.value && (
        <p class="row tight">
          <Do name="question.answer" fields={{ question: q.id }} class="slim quiet">{t("chair.answered")}</Do>
          {q.status === "open" && !closed && <Do name="question.carry" fields={{ question: q.id }} class="slim quiet">{t("chair.carry")}</Do>}
          <button type="button" class="btn slim quiet" onClick={() => (writing.value = true)}>{t("chair.write-answer")}</button>
        </p>
      )}
      {writing.value && <Write q={q} close={() => (writing.value = false)} />}
    </li>
  );
}

/** An answer in writing, for the record. */
function Write({ q, close }: { q: Question; close: () => void }) {
  const doing = useDoing();
  const field = `question|${q.id}`;
  const save = async (e: Event) => {
    e.preventDefault();
    if (!(await doing.run("question.answer", { question: q.id, answer: fieldText(field).trim() }))) return;
    clearDraft(field);
    close();
  };
  return (
    <form onSubmit={save}>
      <Field field={field} label={t("chair.answer-text")} lines={2} required />
      <p class="row">
        <button class="btn slim" aria-disabled={doing.busy}>{t("common.save")}</button>
        <button type="button" class="btn slim quiet" onClick={close}>{t("common.cancel")}</button>
      </p>
      <Answer doing={doing} />
    </form>
  );
}
