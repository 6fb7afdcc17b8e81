import { t } from "../lib/t";
import { say } from "../lib/text";
import { dateText } from "../lib/when";
import { Bodies } from "./Bodies";
import { Refusal, Words, idOf } from "./Cell";
import { Goal } from "./Goal";
import { choices, langName } from "./languages";
import { Remove } from "./People";
import { from } from "./Source";
import { page } from "./page";
import { kept } from "./read";
import { addAt, edit, put, review, takeAt } from "./state";

/** What the workshop is, where and when, and in which languages. */
export function Facts() {
  const { draft: d, lines, contacts } = review.value!;
  return (
    <section class="facts-form" aria-label={t("review.facts")}>
      <div {...from(lines.title)}>
        <Words path="title" label={t("review.title")} />
        <label class="tick"><input type="checkbox" checked={d.draft} onChange={(e) => put("draft", e.currentTarget.checked)} /><span>{t("review.draft")}</span></label>
      </div>
      <div {...from(lines.place)}><Words path="place" label={t("review.place")} /></div>
      <Bodies path="organisers" />
      <Bodies path="partners" />
      <div class="two">
        <Dates />
        <Timezone />
      </div>
      <Languages />
      <div class="background" {...from(lines.background)}><Words path="background" label={t("review.background")} kind="text" most={20000} /></div>
      <div {...from(lines.objective)}><Words path="objective" label={t("review.objective")} kind="text" /></div>
      <SubObjectives />
      <div {...from(lines.expectedOutput)}><Words path="expectedOutput" label={t("review.expected-output")} kind="text" /><Goal /></div>
      {contacts.length > 0 && (
        <p class="small soft">{t("review.contacts")} {contacts.map((c) => c.email ? `${c.name} (${c.email})` : c.name).join(", ")}. {t("review.contacts-hint")}</p>
      )}
    </section>
  );
}

/** One date a day of the programme; changing it moves all of the day. */
function Dates() {
  const days = [...new Set(review.value!.draft.items.map((i) => i.date))];
  const move = (old: string, date: string) => edit((d) => ({ ...d, items: d.items.map((i) => (i.date === old ? { ...i, date } : i)) }));
  return (
    <div class="field">
      {days.map((day, n) => (
        <div class="date" key={n}>
          <label for={`day-${n}`}>{days.length > 1 ? t("review.day", { n: n + 1 }) : t("review.date")} <span class="in-words">{dateText(day)}</span></label>
          <input id={`day-${n}`} type="date" value={day} onChange={(e) => move(day, e.currentTarget.value)} />
        </div>
      ))}
    </div>
  );
}

function Timezone() {
  const path = "timezone";
  const zone = review.value!.draft.timezone;
  const all: string[] = (Intl as any).supportedValuesOf?.("timeZone") ?? [];
  return (
    <div class="field">
      <label for={idOf(path)}>{t("review.timezone")}</label>
      <select id={idOf(path)} value={zone} onChange={(e) => put(path, e.currentTarget.value)}>
        {[...new Set([zone, ...all])].map((z) => <option key={z} value={z}>{z.replace(/_/g, " ")}</option>)}
      </select>
      <Refusal path={path} />
    </div>
  );
}

function Languages() {
  const d = review.value!.draft;
  const all = choices([d.floor, ...d.interpretation, ...d.required]);
  const toggle = (path: "interpretation" | "required", lang: string) =>
    put(path, d[path].includes(lang) ? d[path].filter((l) => l !== lang) : [...d[path], lang]);
  return (
    <div class="languages">
      <div class="field">
        <label for={idOf("floor")}>{t("review.floor")}</label>
        <select id={idOf("floor")} value={d.floor} onChange={(e) => put("floor", e.currentTarget.value)}>
          {all.map((l) => <option key={l} value={l}>{langName(l)}</option>)}
        </select>
      </div>
      <Chips legend={t("review.interpretation")} of={all.filter((l) => l !== d.floor)} chosen={d.interpretation} toggle={(l) => toggle("interpretation", l)} />
      <div>
        <Chips id={idOf("required")} legend={t("review.required")} hint={t("review.required-hint")} of={choices(d.required).filter((l) => page.languages.includes(l) || d.required.includes(l))} chosen={d.required} toggle={(l) => toggle("required", l)} />
        <Refusal path="required" />
      </div>
    </div>
  );
}

function Chips(props: { id?: string; legend: string; hint?: string; of: string[]; chosen: string[]; toggle: (lang: string) => void }) {
  return (
    <fieldset class="chips" id={props.id} tabIndex={props.id ? -1 : undefined}>
      <legend>{props.legend}</legend>
      {props.hint && <p class="hint">{props.hint}</p>}
      {props.of.map((l) => (
        <label class="chip" key={l}>
          <input type="checkbox" checked={props.chosen.includes(l)} onChange={() => props.toggle(l)} /><span>{langName(l)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function SubObjectives() {
  const list = review.value!.draft.subObjectives;
  return (
    <div class="sub-objectives">
      <p class="field-label">{t("review.sub-objectives")}</p>
      <ol>
        {list.map((s, i) => (
          <li key={s.key} {...from(s.line)}>
            <Words path={`subObjectives.${i}.text`} label={t("review.sub-objective", { n: i + 1 })} kind="text" hidden />
            <Remove what={say(s.text) || t("review.sub-objective", { n: i + 1 })} act={() => takeAt("subObjectives", i, say(s.text))} />
          </li>
        ))}
      </ol>
      <button type="button" class="btn slim quiet flush" onClick={() => addAt("subObjectives", kept({ text: {} }))}>{t("review.add-sub-objective")}</button>
    </div>
  );
}
