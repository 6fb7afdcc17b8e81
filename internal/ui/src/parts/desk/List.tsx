import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { langName, page, say, t, tidy, topic } from "../../lib";
import { closed, columns, drop, forgetList, heading, heads, mapped, mapping, meaning, means, people, readList, ready, remap, rows, takeList, words } from "./listing";
import { type Field, fields } from "./table";

const SHOWN = 5; // rows of the preview

/** The organiser's list of people: from a table to whom the desk expects. */
export function List() {
  const said = useSignal({ good: true, words: "" });
  const busy = useSignal(false);
  if (page.me.role !== "organiser") return null;
  const run = async (work: () => Promise<{ good: boolean; words: string }>) => {
    if (busy.value) return;
    busy.value = true;
    said.value = await work();
    busy.value = false;
  };
  const read = (file?: File) => file && run(async () => ({ good: false, words: await readList(file) }));
  const take = () => run(async () => {
    const answer = await takeList();
    return answer.ok ? { good: true, words: t("desk.list-taken", { n: answer.body.added, known: answer.body.known }) } : { good: false, words: answer.message };
  });
  const forget = () => run(async () => {
    const answer = await forgetList();
    return answer.ok ? { good: true, words: t("desk.list-forgotten", { n: answer.body.forgotten }) } : { good: false, words: answer.message };
  });
  return (
    <section class="list" aria-labelledby="list-title">
      <h2 id="list-title">{t("desk.list")}</h2>
      {rows.value ? <Table busy={busy.value} take={take} /> : <Choose busy={busy.value} read={read} forget={forget} />}
      {said.value.words && <p class={said.value.good ? "done" : "refused"} role={said.value.good ? "status" : "alert"}>{tidy(said.value.words)}</p>}
    </section>
  );
}

function Choose({ busy, read, forget }: { busy: boolean; read: (file?: File) => void; forget: () => void }) {
  const file = useRef<HTMLInputElement>(null);
  const asking = useSignal(false);
  const expected = topic("desk").value.people.filter((p) => p.expected).length;
  const sure = () => {
    asking.value = false;
    forget();
  };
  return (
    <>
      <p class="hint">{tidy(t("desk.list-hint"))}</p>
      <p class="row">
        <button type="button" class="btn slim" aria-disabled={busy} onClick={() => file.current?.click()}>{t("desk.list-choose")}</button>
        {expected > 0 && !asking.value && <button type="button" class="btn slim quiet" onClick={() => (asking.value = true)}>{t("desk.list-forget")}</button>}
      </p>
      <input ref={file} type="file" class="hidden-words" tabIndex={-1} aria-hidden="true" accept=".xlsx,.csv,.txt,text/csv"
        onChange={(e) => (read(e.currentTarget.files?.[0]), (e.currentTarget.value = ""))} />
      {asking.value && (
        <div class="confirm" role="group" aria-label={t("desk.list-forget")}>
          <p>{t("desk.list-forget-ask", { n: expected })}</p>
          <p class="row">
            <button type="button" class="btn slim danger" onClick={sure}>{t("desk.list-forget-yes")}</button>
            <button type="button" class="btn slim quiet" onClick={() => (asking.value = false)}>{t("common.cancel")}</button>
          </p>
        </div>
      )}
    </>
  );
}

function Table({ busy, take }: { busy: boolean; take: () => void }) {
  const n = mapped().length;
  const toggle = (on: boolean) => {
    heads.value = on;
    remap();
  };
  return (
    <>
      <p class="hint">{tidy(t("desk.list-map"))}</p>
      <label class="tick"><input type="checkbox" checked={heads.value} onChange={(e) => toggle(e.currentTarget.checked)} /><span>{t("desk.list-heads")}</span></label>
      <ul class="list-columns">{Array.from({ length: columns.value }, (_, c) => <Column key={c} c={c} />)}</ul>
      <Words field="roleGroup" label={t("desk.role-group")} of={topic("day").value.groups.map((g) => [g.id, say(g.name)])} />
      <Words field="lang" label={t("desk.language")} of={topic("day").value.languages.map((l) => [l, langName(l)])} />
      {!ready() && <p class="hint">{tidy(t("desk.list-not-ready"))}</p>}
      <p class="row">
        <button type="button" class="btn primary" aria-disabled={busy || !ready()} disabled={!ready()} onClick={take}>{t("desk.list-take", { n })}</button>
        <button type="button" class="btn slim quiet" onClick={drop}>{t("common.cancel")}</button>
      </p>
    </>
  );
}

/** One column of the table: its first cells, and what it is. One with numbers
 * of identity cards, telephones or addresses stays hidden and is not taken. */
function Column({ c }: { c: number }) {
  const set = (field: Field | "") => (mapping.value = mapping.value.map((f, i) => (i === c ? field : f === field ? "" : f)));
  if (closed.value[c]) return <li><b>{heading(c)}</b><span class="small soft">{t("desk.list-private")}</span></li>;
  return (
    <li>
      <b>{heading(c)}</b>
      <span class="small soft">{people.value.slice(0, SHOWN).map((r) => r[c]).filter(Boolean).join(" · ") || "—"}</span>
      <select aria-label={t("desk.list-is", { what: heading(c) })} value={mapping.value[c] ?? ""} onChange={(e) => set(e.currentTarget.value as Field | "")}>
        <option value="">{t("desk.list-not")}</option>
        {fields.map((f) => <option key={f} value={f}>{t(`desk.list-field.${f}`)}</option>)}
      </select>
    </li>
  );
}

/** What the words of a column mean; one choice for all when there is none. */
function Words({ field, label, of }: { field: "roleGroup" | "lang"; label: string; of: [string, string][] }) {
  const list = words(field);
  return (
    <fieldset class="list-words">
      <legend>{label}</legend>
      {list.map((word) => {
        const id = `list-${field}-${word}`;
        return (
          <div key={word}>
            <label for={id}>{word ? `“${word}”` : t(list.length > 1 ? "desk.list-others" : "desk.list-all")}</label>
            <select id={id} value={meaning(field, word)} onChange={(e) => (means.value = { ...means.value, [`${field} ${word}`]: e.currentTarget.value })}>
              <option value="">{t("desk.list-choose-one")}</option>
              {of.map(([value, name]) => <option key={value} value={value}>{tidy(name)}</option>)}
            </select>
          </div>
        );
      })}
    </fieldset>
  );
}
