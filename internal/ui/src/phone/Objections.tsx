import { Field, act, clearDraft, draft, fieldText, me, onReopen, pending, setDraft, t, tidy } from "../lib";
import type { Objection, Recommendation } from "../types";
import { Kept, Opens, seated } from "./parts";
import { go } from "./route";

const fieldOf = (rec: string, what: string) => `object.${rec}.${what}`;

/** Reasoned harms, and what would remove them. */
export function Objections({ rec, decided }: { rec: Recommendation; decided: boolean }) {
  const waits = pending("objection.raise", (b) => b.recommendation === rec.id);
  const may = seated() && !decided;
  if (!may && rec.objections.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("phone.objections")}</h2>
      {rec.objections.map((o) => <One key={o.id} o={o} />)}
      {waits && <article class="said"><p>{tidy(String(waits.body.reason))}</p><Kept /></article>}
      {may && (
        <Opens label={t("phone.object")} begun={draft(fieldOf(rec.id, "reason")).value !== null}>
          {(close) => <Form rec={rec.id} close={close} />}
        </Opens>
      )}
    </section>
  );
}

function Form({ rec, close }: { rec: string; close: () => void }) {
  const reason = fieldOf(rec, "reason");
  const remedy = fieldOf(rec, "remedy");
  const clear = () => [reason, remedy].forEach(clearDraft);
  const send = (e: Event) => {
    e.preventDefault();
    void act("objection.raise", { recommendation: rec, reason: fieldText(reason), remedy: fieldText(remedy) });
    clear();
    close();
  };
  return (
    <form class="card stack" onSubmit={send}>
      <Field field={reason} label={t("phone.object.reason")} hint={t("phone.object.hint")} why={t("phone.object.reason-needed")} lines={3} required />
      <Field field={remedy} label={t("phone.object.remedy")} lines={2} />
      <p class="row">
        <button class="btn primary">{t("phone.object.send")}</button>
        <button type="button" class="btn quiet" onClick={() => (clear(), close())}>{t("common.discard")}</button>
      </p>
    </form>
  );
}

function One({ o }: { o: Objection }) {
  const mine = me.value.mine.includes(o.id);
  const waits = pending("objection.settle", (b) => b.objection === o.id);
  return (
    <article class="said">
      <p class="spread small"><b>{t(`phone.objection.${o.status}`)}</b>{mine && <span class="soft">{t("phone.yours")}</span>}</p>
      <p>{o.reason ? tidy(o.reason) : <i>{t("phone.erased")}</i>}</p>
      {o.remedy && <p class="small"><span class="soft">{t("phone.remedy")}</span> {tidy(o.remedy)}</p>}
      {mine && o.status === "open" && !waits && <button class="btn slim" onClick={() => void act("objection.settle", { objection: o.id, as: "withdrawn" })}>{t("phone.withdraw")}</button>}
      {waits && <Kept />}
    </article>
  );
}

onReopen("objection.raise", (body) => {
  setDraft(fieldOf(body.recommendation, "reason"), body.reason);
  setDraft(fieldOf(body.recommendation, "remedy"), body.remedy ?? "");
  go("texts", body.recommendation);
});
