import { signal } from "@preact/signals";
import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { Cell, Refusal, Words, focusSoon, idOf } from "./Cell";
import { Speakers, SubItems } from "./People";
import { addAfter, move, without } from "./order";
import { from } from "./Source";
import { type Kept, active, langs, put, refused, takeOut } from "./state";
import { lengthOf } from "./times";
import type { Item as ItemData, Person } from "./types";

const kinds = ["registration", "opening", "introduction", "talk", "qa", "break", "group", "presentation", "decision", "closing", "other"];

/** The items whose details are open. */
const open = signal<string[]>([]);
const toggle = (key: string) => (open.value = open.value.includes(key) ? open.value.filter((k) => k !== key) : [...open.value, key]);

/** Opens a new item and puts the cursor into its title. */
export function openItem(key: string) {
  open.value = [...open.value, key];
  focusSoon(() => document.querySelector(`[data-item="${key}"] .word .cell`));
}

interface Props {
  item: Kept<ItemData>;
  i: number;
  items: Kept<ItemData>[];
}

/** One row of the programme; what is rarely touched opens beneath it. */
export function Item({ item, i, items }: Props) {
  const shown = open.value.includes(item.key);
  const name = say(item.title) || item.start;
  const path = `items.${i}`;
  const minutes = lengthOf(items, i);
  return (
    <>
      <tr class={`item ${item.decides ? "decides" : ""} ${item.line && item.line === active.value ? "active" : ""}`} id={idOf(path)} data-item={item.key} {...from(item.line)}>
        <td class="when">
          <div class="span"><Cell path={`${path}.start`} label={t("review.start-of", { what: name })} hidden kind="clock" />
            <span aria-hidden="true">–</span><Cell path={`${path}.end`} label={t("review.end-of", { what: name })} hidden kind="clock" /></div>
          {minutes > 0 && <small class="soft">{t("common.minutes", { n: minutes })}</small>}
        </td>
        <td class="what">
          <Words path={`${path}.title`} label={t("review.title-of", { n: i + 1 })} hidden stacked />
          {!shown && <Summary item={item} />}
        </td>
        <td class="kind">
          <select aria-label={t("review.kind-of", { what: name })} value={item.kind} onChange={(e) => put(`${path}.kind`, e.currentTarget.value)}>
            {[...new Set([...kinds, item.kind])].map((k) => <option key={k} value={k}>{kinds.includes(k) ? t(`review.kind.${k}`) : k}</option>)}
          </select>
          <label class="tick"><input type="checkbox" checked={item.decides} onChange={(e) => put(`${path}.decides`, e.currentTarget.checked)} /><span>{t("review.decides")}<span class="hidden-words">: {name}</span></span></label>
        </td>
        <td class="more">
          <button type="button" class="icon" aria-expanded={shown} aria-label={t("review.details-of", { what: name })} onClick={() => toggle(item.key)}><i aria-hidden="true" /></button>
        </td>
      </tr>
      {["start", "end"].map((end) => `${path}.${end}`).filter((p) => p === refused.value?.path).map((p) => <tr class="refused-row" key={p}><td colSpan={4}><Refusal path={p} /></td></tr>)}
      {shown && <tr class="details"><td colSpan={4}><Details item={item} i={i} last={items.length - 1} /></td></tr>}
    </>
  );
}

const named = (p: Person) => [p.name, p.affiliation].filter(Boolean).join(", ");

/** What the details hold, to be read at a glance. */
function Summary({ item }: { item: ItemData }) {
  const { speakers, subItems, room } = item;
  if (speakers.length + subItems.length === 0 && !room) return null;
  return (
    <div class="summary">
      {speakers.map((p, n) => <p key={n}>{tidy(named(p))}</p>)}
      {subItems.length > 0 && <ol>{subItems.map((s, n) => <li key={n}>{tidy(say(s.title))}{s.speakers.length > 0 && <span> · {s.speakers.map(named).join(" · ")}</span>}</li>)}</ol>}
      {room && <p>{t("review.room")}: {room}</p>}
    </div>
  );
}

function Details({ item, i, last }: { item: Kept<ItemData>; i: number; last: number }) {
  const path = `items.${i}`;
  const remove = () => takeOut(say(item.title) || item.start, without(item.key));
  const again = (by: 1 | -1) => {
    move(i, by);
    requestAnimationFrame(() => document.getElementById(idOf(`items.${i + by}.title.${langs.peek()[0]}`))?.scrollIntoView({ block: "nearest" }));
  };
  return (
    <div class="details-form">
      <Speakers path={`${path}.speakers`} />
      <SubItems path={`${path}.subItems`} />
      <div class="two">
        <Cell path={`${path}.room`} label={t("review.room")} />
        <Cell path={`${path}.date`} label={t("review.date")} kind="date" />
      </div>
      <p class="row tools">
        <button type="button" class="btn slim" disabled={i === 0} onClick={() => again(-1)}>↑ {t("review.earlier")}</button>
        <button type="button" class="btn slim" disabled={i === last} onClick={() => again(1)}>↓ {t("review.later")}</button>
        <button type="button" class="btn slim" onClick={() => openItem(addAfter(i))}>{t("review.add-after")}</button>
        <button type="button" class="btn slim danger" onClick={remove}>{t("review.remove-item")}</button>
      </p>
    </div>
  );
}
