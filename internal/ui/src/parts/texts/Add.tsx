import { Field, clearDraft, draft, fieldText, langName, setDraft, t } from "../../lib";
import { Answer } from "../Do";
import { useDoing } from "../doing";
import { goTo } from "../place";
import { languages } from "../recommendation";

const COUNT = "add|count";
const field = (n: number, lang: string) => `add|${n}|${lang}`;
const owner = (lang: string) => `add|owner|${lang}`;
const count = () => Number(draft(COUNT).value ?? 1);

/** A new recommendation, in as many languages as there are already. */
export function Add() {
  const doing = useDoing();
  const langs = languages();
  const paragraphs = Array.from({ length: count() }, (_, n) => n);
  const add = async (e: Event) => {
    e.preventDefault();
    const segments = paragraphs.map((n) => filled(langs, (lang) => field(n, lang))).filter((s) => Object.keys(s).length > 0);
    if (!(await doing.run("recommendation.add", { segments, owner: filled(langs, owner) }))) return;
    [...paragraphs.flatMap((n) => langs.map((lang) => field(n, lang))), ...langs.map(owner), COUNT].forEach(clearDraft);
    goTo("");
  };
  return (
    <form class="add stack" onSubmit={add}>
      <h2>{t("texts.add")}</h2>
      <p class="soft">{t("texts.add-hint")}</p>
      {paragraphs.map((n) => (
        <fieldset key={n}>
          <legend>{t("texts.paragraph", { n: n + 1 })}</legend>
          <div class="side-by-side">
            {langs.map((lang) => <Field key={lang} field={field(n, lang)} label={langName(lang)} lang={lang} lines={4} />)}
          </div>
        </fieldset>
      ))}
      <p><button type="button" class="btn slim quiet" onClick={() => setDraft(COUNT, String(count() + 1))}>{t("texts.add-paragraph")}</button></p>
      <fieldset>
        <legend>{t("texts.owner")}</legend>
        <p class="hint">{t("texts.owner-hint")}</p>
        <div class="side-by-side">
          {langs.map((lang) => <Field key={lang} field={owner(lang)} label={langName(lang)} lang={lang} maxLength={300} />)}
        </div>
      </fieldset>
      <p class="row"><button class="btn primary" aria-disabled={doing.busy}>{t("texts.add-do")}</button></p>
      <p class="small soft">{t("texts.draft-kept")}</p>
      <Answer doing={doing} />
    </form>
  );
}

/** The languages in which something was typed. */
function filled(langs: string[], nameOf: (lang: string) => string): Record<string, string> {
  const texts = langs.map((lang) => [lang, fieldText(nameOf(lang)).trim()]);
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}
