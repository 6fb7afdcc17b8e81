import { useSignal } from "@preact/signals";
import { Field, clearDraft, fieldText, langName, me, t, topic } from "../../lib";
import type { Statement } from "../../types";
import { Confirm } from "../Confirm";
import { Answer, Do } from "../Do";
import { useDoing } from "../doing";

/** What a moderator can do with a statement. */
export function Moderate({ s }: { s: Statement }) {
  const form = useSignal("");
  const close = () => (form.value = "");
  const missing = topic("day").value.languages.filter((lang) => !s.text[lang]);
  const gone = Object.keys(s.text).length === 0;
  if (topic("day").value.closed) return null;
  return (
    <>
      <p class="row tight">
        {s.status !== "accepted" && !gone && <Do name="statement.moderate" fields={{ statement: s.id, as: "accepted" }} class="slim quiet">{t("opinion.accept")}</Do>}
        {s.status !== "turned-away" && <button type="button" class="btn slim quiet" onClick={() => (form.value = "reason")}>{t("opinion.turn-away")}</button>}
        {!gone && missing.map((lang) => <button key={lang} type="button" class="btn slim quiet" onClick={() => (form.value = lang)}>{t("opinion.translate", { lang: langName(lang) })}</button>)}
      </p>
      {s.status === "turned-away" && s.ref && me.value.role === "organiser" && (
        <Confirm name="passage.redact" fields={{ ref: s.ref }} label={t("opinion.take-out")} ask={t("opinion.take-out-ask")} yes={t("opinion.take-out")} />
      )}
      {form.value === "reason" && <Write s={s} key="reason" label={t("opinion.turn-away-reason")} send={t("opinion.turn-away")} most={300} name="statement.moderate" fields={(reason) => ({ statement: s.id, as: "turned-away", reason })} close={close} />}
      {missing.includes(form.value) && <Write s={s} key={form.value} lang={form.value} label={t("opinion.translate", { lang: langName(form.value) })} send={t("opinion.translate-save")} most={200} name="statement.translate" fields={(text) => ({ statement: s.id, lang: form.value, text })} close={close} />}
    </>
  );
}

interface Writing {
  s: Statement;
  name: string;
  fields: (text: string) => Record<string, unknown>;
  label: string;
  send: string;
  most: number;
  lang?: string;
  close: () => void;
}

function Write({ s, name, fields, label, send, most, lang, close }: Writing) {
  const doing = useDoing();
  const field = `${name}|${s.id}|${lang ?? ""}`;
  const save = async (e: Event) => {
    e.preventDefault();
    if (!(await doing.run(name, fields(fieldText(field).trim())))) return;
    clearDraft(field);
    close();
  };
  return (
    <form onSubmit={save}>
      <Field field={field} label={label} lang={lang} lines={2} maxLength={most} required />
      <p class="row">
        <button class="btn slim" aria-disabled={doing.busy}>{send}</button>
        <button type="button" class="btn slim quiet" onClick={close}>{t("common.cancel")}</button>
      </p>
      <Answer doing={doing} />
    </form>
  );
}
