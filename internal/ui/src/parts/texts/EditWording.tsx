import { useEffect } from "preact/hooks";
import { Field, langName, t, tidy } from "../../lib";
import type { Segment } from "../../types";
import { Answer } from "../Do";
import { useDoing } from "../doing";
import * as edit from "../edit";
import { editOf, names } from "./editing";

interface Props {
  segment: Segment;
  lang: string;
  locked: boolean;
}

/** Writes a wording on top of the revision that the editor saw. When the text
 * moves on meanwhile, both stand here, and saving on top is a choice. */
export function EditWording({ segment, lang, locked }: Props) {
  const doing = useDoing();
  const name = editOf(segment.id, lang);
  const now = segment.wordings[lang] ?? { text: "", rev: 0, outdated: false, diff: [] };
  const moved = edit.base(name) !== now.rev;
  const close = () => edit.end(name, names);
  const arrived = moved && edit.value(name, "text") === now.text;
  useEffect(() => {
    if (arrived) close(); // it was saved, perhaps before a reload
  }, [arrived]);

  const save = async (rev: number) => {
    const text = edit.value(name, "text", now.text);
    const fields = { segment: segment.id, lang, rev, text, minor: edit.value(name, "minor") === "yes", reason: edit.value(name, "reason") };
    if (!(await doing.run("wording.edit", fields))) return;
    if (edit.value(name, "text", text) === text) close();
    else edit.begin(name, rev + 1); // typed on while it was sent
  };
  const submit = (e: Event) => {
    e.preventDefault();
    void save(moved ? now.rev : (edit.base(name) ?? now.rev));
  };
  return (
    <form class="wording-form" onSubmit={submit}>
      {moved && !arrived && <Moved text={now.text} rev={now.rev} lang={lang} take={close} />}
      <Field field={edit.fieldOf(name, "text")} label={t(moved ? "texts.yours" : "texts.wording-in", { lang: langName(lang) })} initial={now.text} lines={4} lang={lang} required />
      <Field field={edit.fieldOf(name, "reason")} label={t("texts.reason")} hint={t("texts.reason-hint")} maxLength={4000} />
      {now.rev > 0 && !now.outdated && <Minor name={name} />}
      <p class="row">
        <button class="btn primary slim" aria-disabled={doing.busy || locked}>{t(moved ? "staff.save-on-top" : "common.save", { n: now.rev })}</button>
        <button type="button" class="btn quiet slim" onClick={close}>{t("texts.discard")}</button>
      </p>
      <p class="small soft">{t("texts.draft-kept")}</p>
      {!(moved && doing.code === "text.moved-on") && <Answer doing={doing} />}
    </form>
  );
}

/** What the text says by now. */
function Moved({ text, rev, lang, take }: { text: string; rev: number; lang: string; take: () => void }) {
  return (
    <div class="card warn" role="alert">
      <p><b>{t("texts.moved", { n: rev })}</b></p>
      <p class="small soft">{t("texts.stands-now", { n: rev })}</p>
      <p lang={lang}>{tidy(text)}</p>
      <p><button type="button" class="btn slim" onClick={take}>{t("texts.take-theirs")}</button></p>
    </div>
  );
}

/** A correction leaves the meaning, so the other language stays current. */
function Minor({ name }: { name: string }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={edit.value(name, "minor") === "yes"} onChange={(e) => edit.set(name, "minor", e.currentTarget.checked ? "yes" : "")} />
      <span>{t("texts.minor")} <small class="soft">{t("texts.minor-hint")}</small></span>
    </label>
  );
}
