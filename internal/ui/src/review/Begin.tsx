import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { dateText } from "../lib/when";
import { type Beginning, beginFile, beginPast, beginTemplate, beginnings, list, removeTemplate } from "./start";
import { Confirm } from "./Confirm";

const first = signal("");
const recommendations = signal(true);

/** Beginning without a note: from a template or a past workshop. */
export function Begin() {
  const problem = useSignal("");
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => void list().then((said) => (problem.value = said)), []);
  const run = async (work: Promise<string>) => (problem.value = await work);
  const choice = () => ({ first: first.value, recommendations: recommendations.value });
  const open = (f?: File) => f && run(beginFile(f, choice()));
  const { templates = [], past = [] } = beginnings.value ?? {};
  return (
    <details class="begin card">
      <summary>{t("review.begin")}</summary>
      <p class="soft">{tidy(t("review.begin-hint"))}</p>
      <div class="two">
        <div class="field"><label for="begin-first">{t("review.begin-first")}</label>
          <input id="begin-first" type="date" value={first.value} onChange={(e) => (first.value = e.currentTarget.value)} /></div>
        <label class="tick"><input type="checkbox" checked={recommendations.value} onChange={(e) => (recommendations.value = e.currentTarget.checked)} /><span>{t("review.begin-recommendations")}</span></label>
      </div>
      {templates.length > 0 && <List title={t("review.templates")} of={templates} take={(b) => run(beginTemplate(b, choice()))} remove={(b) => run(removeTemplate(b))} />}
      {past.length > 0 && <List title={t("review.past")} of={past} take={(b) => run(beginPast(b, nameOf(b), choice()))} />}
      <p><button type="button" class="btn slim" onClick={() => file.current?.click()}>{t("review.template-open")}</button></p>
      <input ref={file} type="file" class="hidden-words" tabIndex={-1} aria-hidden="true" accept=".json,application/json"
        onChange={(e) => (void open(e.currentTarget.files?.[0]), (e.currentTarget.value = ""))} />
      {problem.value && <p class="refused" role="alert">{tidy(problem.value)}</p>}
    </details>
  );
}

const nameOf = (b: Beginning) => b.name || say(b.title ?? {}) || b.id;

function List(props: { title: string; of: Beginning[]; take: (b: Beginning) => void; remove?: (b: Beginning) => void }) {
  return (
    <div role="group" aria-label={props.title}>
      <p class="field-label">{props.title}</p>
      <ul class="beginnings">
        {props.of.map((b) => (
          <li key={b.id}>
            <button type="button" class="link" onClick={() => props.take(b)}>{tidy(nameOf(b))}</button>
            <span class="small soft">{b.date && dateText(b.date)}</span>
            {props.remove && <Confirm label={t("review.template-remove")} aria={t("review.remove-named", { what: nameOf(b) })} ask={t("review.template-remove-ask")} yes={t("review.template-remove")} act={() => props.remove!(b)} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
