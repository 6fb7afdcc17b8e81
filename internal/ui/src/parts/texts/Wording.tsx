import { useSignal } from "@preact/signals";
import { DiffText, langName, pending, t, tidy } from "../../lib";
import type { Segment } from "../../types";
import { Do } from "../Do";
import { base } from "../edit";
import { EditWording } from "./EditWording";
import { beginEdit, editOf } from "./editing";

interface Props {
  segment: Segment;
  lang: string;
  locked: boolean;
}

/** A paragraph in one language: to read, or to write. */
export function Wording({ segment, lang, locked }: Props) {
  const w = segment.wordings[lang];
  const writing = base(editOf(segment.id, lang)) !== null;
  return (
    <div class={`wording ${w?.outdated ? "outdated" : ""}`}>
      <p class="wording-head small">
        <b>{langName(lang)}</b>
        {w && <span class="soft"> · {t("texts.revision", { n: w.rev })}</span>}
        {w?.outdated && <b class="moved"> · {t("texts.outdated")}</b>}
      </p>
      {writing ? <EditWording segment={segment} lang={lang} locked={locked} /> : <Read segment={segment} lang={lang} locked={locked} />}
    </div>
  );
}

function Read({ segment, lang, locked }: Props) {
  const changes = useSignal(false);
  const w = segment.wordings[lang];
  const waits = pending("wording.edit", (body) => body.segment === segment.id && body.lang === lang);
  if (!w) return <Missing segment={segment} lang={lang} locked={locked} />;
  return (
    <>
      <p class="wording-text" lang={lang}>{changes.value ? <DiffText ops={w.diff} /> : tidy(w.text)}</p>
      {waits && <p class="waits">{t("common.waiting-one")}</p>}
      {w.outdated && !locked && <p class="small soft">{t("texts.outdated-hint")}</p>}
      <p class="row">
        {!locked && <button type="button" class="btn slim" aria-label={t("texts.edit-lang", { lang: langName(lang) })} onClick={() => beginEdit(segment, lang)}>{t("texts.edit")}</button>}
        {w.outdated && !locked && <Do name="wording.confirm" fields={{ segment: segment.id, lang, rev: w.rev }}>{t("texts.still-right")}</Do>}
        {w.diff.length > 0 && (
          <button type="button" class="btn slim quiet" aria-pressed={changes.value} onClick={() => (changes.value = !changes.value)}>{t(changes.value ? "texts.hide-change" : "texts.show-change")}</button>
        )}
      </p>
    </>
  );
}

function Missing({ segment, lang, locked }: Props) {
  return (
    <>
      <p class="soft">{t("texts.no-wording", { lang: langName(lang) })}</p>
      {!locked && <p><button type="button" class="btn slim" onClick={() => beginEdit(segment, lang)}>{t("texts.write", { lang: langName(lang) })}</button></p>}
    </>
  );
}
