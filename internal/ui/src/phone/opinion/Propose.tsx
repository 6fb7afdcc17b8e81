import { Field, act, clearDraft, draft, fieldText, onReopen, page, setDraft, t, tidy, waiting } from "../../lib";
import { Fold, Kept } from "../parts";
import { go } from "../route";
import { Said } from "./Statement";
import { fetchOwn, own } from "./own";

const FIELD = "opinion.statement";

/** A statement of one's own, and what became of those that one proposed. */
export function Propose() {
  const sent = waiting.value.filter((c) => c.name === "statement.propose");
  const proposed = own.value?.proposed ?? [];
  return (
    <Fold label={t("opinion.propose")} begun={!!draft(FIELD).value}>
      <div class="stack">
        <Form />
        {proposed.length + sent.length > 0 && <h3 class="minor">{t("opinion.yours")}</h3>}
        {sent.map((c) => <article class="said" key={c.key}><p>{tidy(String(c.body.text))}</p><Kept /></article>)}
        {proposed.map((p) => (
          <article class="said" key={p.statement}>
            {Object.keys(p.text).length > 0 ? <Said text={p.text} /> : <p class="soft">{t("opinion.gone")}</p>}
            <p class="small soft">{t(`opinion.status.${p.status}`)}{p.reason && `: ${tidy(p.reason)}`}</p>
          </article>
        ))}
      </div>
    </Fold>
  );
}

function Form() {
  const send = (e: Event) => {
    e.preventDefault();
    void act("statement.propose", { text: fieldText(FIELD), lang: page.lang }).then(() => fetchOwn());
    clearDraft(FIELD);
  };
  return (
    <form class="stack" onSubmit={send}>
      <Field field={FIELD} label={t("opinion.propose-label")} hint={t("opinion.propose-hint")} lines={2} maxLength={200} required />
      <button class="btn primary wide" disabled={!draft(FIELD).value?.trim()}>{t("opinion.propose-send")}</button>
    </form>
  );
}

onReopen("statement.propose", (body) => {
  setDraft(FIELD, body.text);
  go("now", "opinion");
});
