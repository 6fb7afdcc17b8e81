// Captions, typed by somebody who listens: one sentence at a time, in one
// language. Each goes out at once; the last one can be put right.
import { Field, act, clearDraft, draft, fieldText, langName, onReopen, setDraft, t, tidy, topic, url, waiting } from "../../lib";
import type { CaptionLine } from "../../types";
import { Confirm } from "../Confirm";
import { Answer } from "../Do";
import { useDoing } from "../doing";
import { goTo } from "../place";

/** The place of this part on its page. */
export const CAPTIONS = "captions";

const LANG = "captions.lang"; // the language is kept like a draft, so that a reload goes on with it
const sentenceIn = (lang: string) => `captions.say|${lang}`;
const correctionOf = (id: string) => `captions.correct|${id}`;

export function Captions() {
  const { languages, closed } = topic("day").value;
  const kept = draft(LANG).value ?? "";
  const lang = languages.includes(kept) ? kept : (languages[languages.length - 1] ?? "en");
  const lines = topic("captions").value.lines[lang] ?? [];
  const onTheWay = waiting.value.filter((c) => c.name === "caption.say" && c.body.lang === lang);
  return (
    <>
      <h1>{t("captions.title")}</h1>
      <p class="soft">{t("captions.hint")}</p>
      <div class="row captions-langs" role="group" aria-label={t("captions.lang")}>
        {languages.map((l) => <button key={l} type="button" class="btn slim" aria-pressed={l === lang} onClick={() => setDraft(LANG, l)}>{langName(l)}</button>)}
      </div>
      <section class="captions" aria-label={t("captions.in", { lang: langName(lang) })}>
        {lines.length + onTheWay.length === 0 && <p class="soft">{t("captions.none")}</p>}
        <ol>
          {lines.map((line, i) => <Line key={line.id} line={line} lang={lang} last={i === lines.length - 1 && !closed} />)}
          {onTheWay.map((c) => <li key={c.key} class="soft" lang={lang}>{tidy(String(c.body.text))}</li>)}
        </ol>
      </section>
      {!closed && <Say key={lang} lang={lang} />}
      <p class="small soft">{t("captions.privacy")}</p>
      <p><a href={url("/captions")}>{t("captions.all")}</a></p>
      <p><a href={url(`/captions/${lang}.vtt`)}>{t("captions.download", { lang: langName(lang) })}</a></p>
    </>
  );
}

function Say({ lang }: { lang: string }) {
  const field = sentenceIn(lang);
  const send = (e: Event) => {
    e.preventDefault();
    const text = fieldText(field).trim();
    if (!text) return;
    void act("caption.say", { lang, text });
    clearDraft(field);
  };
  return (
    <form class="stack caption-say" onSubmit={send}>
      <Field field={field} label={t("captions.sentence", { lang: langName(lang) })} lang={lang} maxLength={400} required />
      <button class="btn primary">{t("captions.say")}</button>
    </form>
  );
}

interface LineProps {
  line: CaptionLine;
  lang: string;
  last: boolean; // it can be corrected
}

function Line({ line, lang, last }: LineProps) {
  const field = correctionOf(line.id);
  if (last && draft(field).value !== null) return <li><Correct line={line} lang={lang} /></li>;
  return (
    <li>
      <p lang={lang}>{tidy(line.text)}</p>
      {last && <button type="button" class="btn slim quiet" onClick={() => setDraft(field, line.text)}>{t("captions.correct")}</button>}
      <Confirm name="caption.remove" fields={{ caption: line.id }} label={t("captions.out")} aria={`${t("captions.out")}: ${line.text}`} ask={t("captions.out-ask")} yes={t("captions.out")} />
    </li>
  );
}

function Correct({ line, lang }: { line: CaptionLine; lang: string }) {
  const doing = useDoing();
  const field = correctionOf(line.id);
  const save = async (e: Event) => {
    e.preventDefault();
    if (await doing.run("caption.correct", { caption: line.id, text: fieldText(field).trim() })) clearDraft(field);
  };
  return (
    <form class="stack" onSubmit={save}>
      <Field field={field} label={t("captions.correct-label")} lang={lang} maxLength={400} required />
      <p class="row">
        <button class="btn primary slim" aria-disabled={doing.busy}>{t("captions.save")}</button>
        <button type="button" class="btn quiet slim" onClick={() => clearDraft(field)}>{t("captions.cancel")}</button>
      </p>
      <Answer doing={doing} />
    </form>
  );
}

/** Puts a sentence that came back into its field again. */
export function reopenCaptions() {
  onReopen("caption.say", ({ lang, text }) => {
    setDraft(LANG, lang);
    setDraft(sentenceIn(lang), text);
    goTo(CAPTIONS);
  });
}
