import { Field, act, clearDraft, draft, fieldText, me, onReopen, page, pending, say, setDraft, t, tidy, topic, waiting } from "../lib";
import type { Question } from "../types";
import { Kept, seated } from "./parts";
import { go } from "./route";

const FIELD = "ask.text";

/** Questions to the speakers: ask one, support those of others. */
export function Ask() {
  const { questions } = topic("questions").value;
  const sent = waiting.value.filter((c) => c.name === "question.ask");
  return (
    <>
      <h1>{t("phone.ask.title")}</h1>
      {seated() && !topic("day").value.closed && <Form />}
      {sent.map((c) => <article class="said" key={c.key}><p>{tidy(String(c.body.text))}</p><Kept /></article>)}
      {questions.length === 0 && sent.length === 0 && <p class="soft">{t("phone.ask.none")}</p>}
      <ul class="questions">{questions.map((q) => <One key={q.id} q={q} />)}</ul>
    </>
  );
}

function Form() {
  const send = (e: Event) => {
    e.preventDefault();
    void act("question.ask", { text: fieldText(FIELD), lang: page.lang });
    clearDraft(FIELD);
  };
  return (
    <form class="stack" onSubmit={send}>
      <Field field={FIELD} label={t("phone.ask.label")} hint={t("phone.ask.hint")} lines={3} maxLength={1000} required />
      <button class="btn primary wide" disabled={!draft(FIELD).value?.trim()}>{t("phone.ask.send")}</button>
    </form>
  );
}

function One({ q }: { q: Question }) {
  const session = topic("day").value.items.find((i) => i.id === q.session);
  const waits = pending("question.support", (b) => b.question === q.id);
  const supported = me.value.supports.includes(q.id) || !!waits;
  return (
    <li class="card question">
      <p lang={q.lang || undefined}>{tidy(q.text)}</p>
      {session && <p class="small soft">{tidy(say(session.title))}</p>}
      {q.answer && <div class="answer"><p class="small soft">{t("phone.answer")}</p><p>{tidy(q.answer)}</p></div>}
      <p class="spread">
        <span class={`small question-${q.status}`}>{t(`phone.question.${q.status}`)} · {t("phone.question.support", { n: q.support + (waits ? 1 : 0) })}</span>
        {seated() && q.status !== "answered" && (
          <button class="btn slim" aria-pressed={supported} disabled={supported} onClick={() => void act("question.support", { question: q.id })}>
            {t(supported ? "phone.supported" : "phone.support")}
          </button>
        )}
      </p>
    </li>
  );
}

onReopen("question.ask", (body) => {
  setDraft(FIELD, body.text);
  go("ask");
});
