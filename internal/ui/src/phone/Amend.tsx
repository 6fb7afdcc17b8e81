import { useSignal } from "@preact/signals";
import { DiffText, Field, act, clearDraft, draft, fieldText, langName, me, onReopen, page, pending, setDraft, t, tidy, topic } from "../lib";
import type { Amendment, Segment } from "../types";
import { Kept, Opens } from "./parts";
import { go } from "./route";

const fieldOf = (segment: string, lang: string, what: string) => `amend.${segment}.${lang}.${what}`;

/** A form to propose other words for a paragraph, in one language. */
export function Amend({ segment, langs }: { segment: Segment; langs: string[] }) {
  const begun = langs.find((l) => ["text", "reason"].some((what) => draft(fieldOf(segment.id, l, what)).value !== null));
  const waits = pending("amendment.propose", (b) => b.segment === segment.id);
  return (
    <>
      {waits && <div class="card"><h2 class="minor">{t("phone.amend.yours")}</h2><p>{tidy(String(waits.body.text))}</p><Kept /></div>}
      <Opens label={t("phone.amend")} begun={!!begun}>
        {(close) => <Form segment={segment} langs={langs} first={begun} close={close} />}
      </Opens>
    </>
  );
}

function Form(props: { segment: Segment; langs: string[]; first?: string; close: () => void }) {
  const { segment, langs, close } = props;
  const lang = useSignal(props.first ?? (langs.includes(page.lang) ? page.lang : langs[0]));
  const wording = segment.wordings[lang.value] ?? { text: "", rev: 0, diff: [], outdated: false };
  const text = fieldOf(segment.id, lang.value, "text");
  const reason = fieldOf(segment.id, lang.value, "reason");
  const rev = fieldOf(segment.id, lang.value, "rev");
  const base = Number(draft(rev).value ?? wording.rev);
  const begun = draft(text).value !== null;
  if (begun && draft(rev).peek() === null) setDraft(rev, String(wording.rev));
  const clear = () => [text, reason, rev].forEach(clearDraft);
  const send = (e: Event) => {
    e.preventDefault();
    void act("amendment.propose", { segment: segment.id, lang: lang.value, rev: wording.rev, text: fieldText(text, wording.text), reason: fieldText(reason) });
    clear();
    close();
  };
  return (
    <form class="card stack" onSubmit={send}>
      {langs.length > 1 && <InLanguage langs={langs} lang={lang.value} choose={(l) => (lang.value = l)} />}
      {base !== wording.rev && (
        <div class="card warn small">
          <p>{t("phone.amend.moved-on")}</p>
          <p lang={lang.value}><DiffText ops={wording.diff} /></p>
          <button type="button" class="btn slim" onClick={() => setDraft(rev, String(wording.rev))}>{t("phone.amend.seen")}</button>
        </div>
      )}
      <Field field={text} label={t("phone.amend.text")} initial={wording.text} lines={4} required lang={lang.value} />
      <Field field={reason} label={t("phone.amend.reason")} hint={t("phone.amend.reason-hint")} why={t("phone.amend.reason-needed")} lines={2} required />
      <p class="small soft">{t("phone.kept-here")}</p>
      <p class="row">
        <button class="btn primary" disabled={base !== wording.rev}>{t("phone.amend.send")}</button>
        <button type="button" class="btn quiet" onClick={() => (clear(), close())}>{t("common.discard")}</button>
      </p>
    </form>
  );
}

function InLanguage({ langs, lang, choose }: { langs: string[]; lang: string; choose: (lang: string) => void }) {
  return (
    <fieldset class="row">
      <legend class="small">{t("phone.amend.language")}</legend>
      {langs.map((l) => (
        <label class="inline-choice" key={l}>
          <input type="radio" name="amend-lang" checked={l === lang} onChange={() => choose(l)} /> {langName(l)}
        </label>
      ))}
    </fieldset>
  );
}

/** What was proposed for a paragraph, and what became of it. */
export function Amendments({ list }: { list: Amendment[] }) {
  if (list.length === 0) return null;
  return (
    <div class="amendments">
      <h2 class="minor">{t("phone.amendments")}</h2>
      {list.map((a) => <One key={a.id} a={a} />)}
    </div>
  );
}

function One({ a }: { a: Amendment }) {
  const mine = me.value.mine.includes(a.id);
  const waits = pending("amendment.withdraw", (b) => b.amendment === a.id);
  return (
    <article class="said">
      <p class="spread small"><b>{t(`phone.amendment.${a.status}`)}</b><span class="soft">{langName(a.lang)}{mine && <> · {t("phone.yours")}</>}</span></p>
      <p lang={a.lang}>{a.text ? <DiffText ops={a.diff} /> : <i>{t("phone.erased")}</i>}</p>
      {a.reason && <p class="small"><span class="soft">{t("phone.why")}</span> {tidy(a.reason)}</p>}
      {a.answer && <p class="small"><span class="soft">{t("phone.answer")}</span> {tidy(a.answer)}</p>}
      {a.movedOn && <p class="small over">{t("phone.amendment.moved-on")}</p>}
      {mine && a.status === "proposed" && !waits && <button class="btn slim" onClick={() => void act("amendment.withdraw", { amendment: a.id })}>{t("phone.withdraw")}</button>}
      {waits && <Kept />}
    </article>
  );
}

onReopen("amendment.propose", (body) => {
  setDraft(fieldOf(body.segment, body.lang, "text"), body.text);
  setDraft(fieldOf(body.segment, body.lang, "reason"), body.reason);
  setDraft(fieldOf(body.segment, body.lang, "rev"), String(body.rev));
  const rec = topic("texts").peek().recommendations.find((r) => r.segments.some((s) => s.id === body.segment));
  if (rec) go("texts", rec.id);
});
