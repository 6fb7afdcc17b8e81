import { useSignal } from "@preact/signals";
import { Field, act, clearDraft, dateIn, dateText, fieldText, me, onReopen, page, pending, say, serverTime, setDraft, t, tidy, topic, url } from "../lib";
import type { Recommendation } from "../types";
import { Kept, accepts } from "./parts";
import { go } from "./route";

const stances = ["agree", "reserve", "ask", "cannot"];
const fieldOf = (rec: string, what: string) => `stance.${rec}.${what}`;

/** What the accepting party says, and the form with which its officers say it. */
export function Stances({ rec, decided }: { rec: Recommendation; decided: boolean }) {
  const day = topic("day").value;
  const party = say(day.groups.find((g) => g.id === day.accepting)?.name ?? {}, page.lang);
  const asked = me.value.stances[rec.id] === "ask"; // and still owes the answer, also when the day is over
  const may = accepts() && (!decided || asked);
  if (!may && rec.stances.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("phone.stances", { party })}</h2>
      <ul class="stances">
        {stances.map((s) => {
          const said = rec.stances.filter((x) => x.stance === s);
          return said.length > 0 && (
            <li key={s}>
              <p><b>{t(`phone.stance.${s}`)}</b> · {said.length}</p>
              {said.map((x, i) => (x.text || x.until) && <p key={i} class="small said">{tidy(x.text)} {x.until && <span class="soft nowrap">{t("phone.stance.until", { date: dateText(x.until) })}</span>}</p>)}
            </li>
          );
        })}
      </ul>
      {asked && <p><a class="btn" href={url(`/memo/${rec.id}.${page.lang}.docx`)} download>{t("phone.stance.memo")}</a></p>}
      {may && <Form rec={rec.id} />}
    </section>
  );
}

function Form({ rec }: { rec: string }) {
  const waits = pending("stance.give", (b) => b.recommendation === rec);
  const given = (waits?.body.stance as string) ?? me.value.stances[rec] ?? "";
  const chosen = useSignal("");
  const stance = chosen.value || given;
  const [text, until] = [fieldOf(rec, "text"), fieldOf(rec, "until")];
  const needsText = stance === "reserve" || stance === "cannot";
  const send = (e: Event) => {
    e.preventDefault();
    void act("stance.give", { recommendation: rec, stance, text: fieldText(text), until: stance === "ask" ? fieldText(until) : "" });
    [text, until].forEach(clearDraft);
    chosen.value = "";
  };
  return (
    <form class="card stack" onSubmit={send}>
      <fieldset class="choices">
        <legend>{t("phone.stance.your")}</legend>
        {stances.map((s) => (
          <label class="choice" key={s}>
            <input type="radio" name={`stance-${rec}`} checked={s === stance} onChange={() => (chosen.value = s)} />
            <span>{t(`phone.stance.${s}`)}</span>
          </label>
        ))}
      </fieldset>
      {stance === "ask" && <Field field={until} label={t("phone.stance.by")} type="date" min={dateIn(topic("day").value.zone, serverTime())} why={t("phone.stance.by-needed")} required />}
      {stance && <Field field={text} label={t(`phone.stance.text.${stance}`)} lines={2} why={t("phone.stance.text-needed")} required={needsText} />}
      <p class="small soft">{t("phone.stance.seen")}</p>
      {waits && <Kept />}
      <button class="btn primary" disabled={!chosen.value}>{t(given ? "phone.stance.change" : "phone.stance.send")}</button>
    </form>
  );
}

onReopen("stance.give", (body) => {
  setDraft(fieldOf(body.recommendation, "text"), body.text ?? "");
  setDraft(fieldOf(body.recommendation, "until"), body.until ?? "");
  go("texts", body.recommendation);
});
