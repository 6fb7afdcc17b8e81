import { useSignal } from "@preact/signals";
import { Field, clearDraft, fieldText, langName, t, topic } from "../../../lib";
import { Answer } from "../../Do";
import { useDoing } from "../../doing";

const field = (lang: string) => `opinion.seed.${lang}`;

/** A statement to begin with, in the languages of the room. */
export function Seed() {
  const open = useSignal(false);
  const doing = useDoing();
  const langs = topic("day").value.languages;
  const save = async (e: Event) => {
    e.preventDefault();
    const text = Object.fromEntries(langs.map((lang) => [lang, fieldText(field(lang)).trim()]).filter(([, words]) => words));
    if (await doing.run("statement.seed", { text })) langs.forEach((lang) => clearDraft(field(lang)));
  };
  if (!open.value) return <p><button type="button" class="btn slim" onClick={() => (open.value = true)}>{t("opinion.seed")}</button></p>;
  return (
    <form class="stack" onSubmit={save}>
      {langs.map((lang) => <Field key={lang} field={field(lang)} lang={lang} label={t("opinion.seed-in", { lang: langName(lang) })} lines={2} maxLength={200} />)}
      <p class="row">
        <button class="btn slim primary" aria-disabled={doing.busy}>{t("opinion.seed-save")}</button>
        <button type="button" class="btn slim quiet" onClick={() => (open.value = false)}>{t("common.cancel")}</button>
      </p>
      <Answer doing={doing} />
    </form>
  );
}
