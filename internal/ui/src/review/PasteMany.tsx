import { signal } from "@preact/signals";
import { t } from "../lib/t";
import { tidy } from "../lib/text";
import { langName, langTag } from "./languages";
import { kept } from "./read";
import { splitList } from "./split";
import { type Working, edit, langs, review } from "./state";
import type { Text } from "./types";

/** What was pasted, per language; kept while the panel is closed. */
const pasted = signal<Text>({});
/** Whether it goes beside the texts that lack it, not below them. */
const beside = signal(false);

/** Many recommendations at once: a list per language, aligned by order. */
export function PasteMany({ close }: { close: () => void }) {
  const lists = Object.fromEntries(langs.value.map((lang) => [lang, splitList(pasted.value[lang] ?? "")]));
  const filled = langs.value.filter((lang) => lists[lang].length > 0);
  const rows = aligned(lists, filled);
  const uneven = filled.some((lang) => lists[lang].length !== rows.length);
  const waiting = filled.length === 1 ? review.value!.draft.recommendations.filter((r) => lacks(r, filled[0])).length : 0;
  const add = () => {
    edit((d) => (waiting > 0 && beside.value ? withBeside(d, filled[0], lists[filled[0]]) : withBelow(d, rows)));
    pasted.value = {};
    close();
  };
  return (
    <div class="paste-many card">
      <p>{tidy(t("review.paste-many-hint"))}</p>
      <div class="beside">
        {langs.value.map((lang) => (
          <div class="field" key={lang}>
            <label for={`many-${lang}`}>{langName(lang)} <span class="soft">{t("review.texts", { n: lists[lang].length })}</span></label>
            <textarea id={`many-${lang}`} class="many" lang={lang} rows={8} value={pasted.value[lang] ?? ""} onInput={(e) => (pasted.value = { ...pasted.value, [lang]: e.currentTarget.value })} />
          </div>
        ))}
      </div>
      {uneven && <p class="card warn small" role="status">{tidy(t("review.paste-uneven"))}</p>}
      {waiting > 0 && (
        <label class="tick"><input type="checkbox" checked={beside.value} onChange={(e) => (beside.value = e.currentTarget.checked)} />
          <span>{tidy(t("review.paste-beside", { lang: langName(filled[0]), n: waiting }))}</span></label>
      )}
      {rows.length > 0 && <Preview rows={rows} />}
      <p class="row">
        <button type="button" class="btn slim" disabled={rows.length === 0} onClick={add}>{rows.length > 0 ? t("review.paste-add", { n: rows.length }) : t("review.paste-add-none")}</button>
        <button type="button" class="btn slim quiet" onClick={close}>{t("common.cancel")}</button>
      </p>
    </div>
  );
}

function Preview({ rows }: { rows: Text[] }) {
  return (
    <table class="preview">
      <thead><tr><th scope="col">{t("review.number")}</th>{langs.value.map((lang) => <th scope="col" key={lang}>{langTag(lang)}</th>)}</tr></thead>
      <tbody>
        {rows.map((row, n) => (
          <tr key={n}><th scope="row">{n + 1}</th>{langs.value.map((lang) => <td key={lang} lang={lang} class={row[lang] ? "" : "missing"}>{row[lang] ? tidy(row[lang]) : "—"}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}

/** The nth text of every list side by side. */
function aligned(lists: Record<string, string[]>, filled: string[]): Text[] {
  const n = Math.max(0, ...filled.map((lang) => lists[lang].length));
  return Array.from({ length: n }, (_, i) => Object.fromEntries(filled.flatMap((lang) => (lists[lang][i] ? [[lang, lists[lang][i]]] : []))));
}

const lacks = (r: { segments: Text[] }, lang: string) => r.segments.length === 1 && !r.segments[0][lang];

function withBelow(d: Working, rows: Text[]): Working {
  return { ...d, recommendations: [...d.recommendations, ...rows.map((row) => kept({ segments: [row], owner: {}, evidence: [] }))] };
}

/** The texts go, in order, to the recommendations that lack the language; any
 * that are left over become recommendations of their own. */
function withBeside(d: Working, lang: string, texts: string[]): Working {
  const rest = [...texts];
  const recommendations = d.recommendations.map((r) => (lacks(r, lang) && rest.length > 0 ? { ...r, segments: [{ ...r.segments[0], [lang]: rest.shift()! }] } : r));
  return withBelow({ ...d, recommendations }, rest.map((text) => ({ [lang]: text })));
}
