import { type Signal, signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { langName, page, say, t, tidy, topic, useNeed } from "../../lib";
import { NAME, SEARCH, focusOn, search } from "./find";
import { type LetIn, letIn } from "./letIn";

// Names are never kept in the desk's browser: many hands use it.
const name = signal("");
const alias = signal("");
const roleGroup = signal("");
const lang = signal(page.lang);

/** The person who was let in last, with the code for their phone. */
const last = signal<LetIn | null>(null);

/** Takes what was searched for as the name. */
export function fillName(text: string) {
  last.value = null;
  name.value = text;
}

/** Lets somebody in who did not join by phone: a name, an alias or neither. */
export function WalkIn() {
  if (last.value) return <Welcome person={last.value} />;
  return <Form />;
}

function Form() {
  const busy = useSignal(false);
  const failed = useSignal("");
  const day = topic("day").value;
  const submit = async (e: Event) => {
    e.preventDefault();
    if (busy.value) return;
    busy.value = true;
    const answer = await letIn({ name: name.value.trim(), alias: alias.value.trim(), roleGroup: roleGroup.value, lang: lang.value });
    busy.value = false;
    failed.value = answer.ok ? "" : answer.message;
    if (!answer.ok) return;
    last.value = { ...answer.person, name: alias.value.trim() || name.value.trim() };
    name.value = alias.value = search.value = "";
  };
  return (
    <form class="walk-in" onSubmit={submit}>
      <h2>{t("desk.walk-in")}</h2>
      <p class="hint">{t("desk.walk-in-hint")}</p>
      <Line id={NAME} label={t("desk.name")} text={name} />
      <Line id="desk-alias" label={t("desk.alias")} text={alias} />
      <Chips legend={t("desk.role-group")} name="roleGroup" of={day.groups.map((g) => [g.id, tidy(say(g.name))])} chosen={roleGroup} />
      <Chips legend={t("desk.language")} name="lang" of={day.languages.map((l) => [l, langName(l)])} chosen={lang} />
      <button class={`btn wide ${search.value.trim() && !name.value ? "" : "primary"}`} aria-disabled={busy.value}>{t("desk.let-in")}</button>
      {failed.value && <p class="refused" role="alert">{tidy(failed.value)}</p>}
    </form>
  );
}

function Line({ id, label, text }: { id: string; label: string; text: Signal<string> }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} type="text" maxLength={120} autocomplete="off" value={text.value} onInput={(e) => (text.value = e.currentTarget.value)} />
    </div>
  );
}

function Chips(props: { legend: string; name: string; of: [string, string][]; chosen: Signal<string> }) {
  const need = useNeed("desk-" + props.name, t("common.choice-needed"));
  const choose = (id: string) => {
    need.met();
    props.chosen.value = id;
  };
  return (
    <fieldset class="chips">
      <legend>{props.legend}</legend>
      {props.of.map(([id, words]) => (
        <label class="chip" key={id}>
          <input type="radio" name={props.name} value={id} required checked={props.chosen.value === id} onInvalid={need.onInvalid} onChange={() => choose(id)} />
          <span>{words}</span>
        </label>
      ))}
      {need.words}
    </fieldset>
  );
}

/** The code that carries on to a phone; Enter goes to the next person. */
function Welcome({ person }: { person: LetIn }) {
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const on = () => {
    last.value = null;
    setTimeout(() => focusOn(SEARCH));
  };
  return (
    <div class="card good welcome" role="status">
      <h2>{t("desk.welcome", { name: person.name || t("desk.no-name") })}</h2>
      <p>{t("desk.scan")}</p>
      <div class="qr" role="img" aria-label={t("desk.qr")} dangerouslySetInnerHTML={{ __html: person.qr }} />
      <p class="small soft">{t("desk.scan-hint")}</p>
      <button ref={next} type="button" class="btn primary wide" onClick={on}>{t("desk.next-person")}</button>
    </div>
  );
}
