import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Field, act, clearDraft, fieldText, onReopen, say, saidIn, setDraft, t, tidy, waiting } from "../../lib";
import type { Domain, Group } from "../../types";
import { Count } from "../Count";
import { goTo } from "../place";
import { atLeast } from "../wide";
import { BoardCard } from "./BoardCard";
import { mayWrite } from "./group";

const wide = atLeast(760);
const fieldOf = (domain: string) => `card|${domain}`;

/** Puts a card that came back into its field again. */
export function reopenCards() {
  onReopen("card.add", ({ domain, text }) => {
    setDraft(fieldOf(domain), text);
    goTo("board");
  });
}

/** The framing board: domains side by side, or one beneath the other. */
export function Board({ group }: { group: Group }) {
  return (
    <>
      <p class="soft board-hint">{t("sheet.board-hint")}</p>
      <div class="board">{group.domains.map((d) => <Column key={d.id} group={group} domain={d} />)}</div>
    </>
  );
}

/** One domain with its cards, those that wait to be sent last. */
function Column({ group, domain }: { group: Group; domain: Domain }) {
  const open = useSignal(fieldText(fieldOf(domain.id)) !== "");
  const cards = group.cards.filter((c) => c.domain === domain.id);
  const waits = waiting.value.filter((c) => c.name === "card.add" && c.body.domain === domain.id);
  const title = <span lang={saidIn(domain.name)}>{tidy(say(domain.name))}</span>;
  const shown = wide.value || open.value;
  return (
    <section class="domain">
      <h2>
        {wide.value ? title : (
          <button type="button" class="domain-open" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>{title} <Count n={cards.length + waits.length} /></button>
        )}
      </h2>
      {shown && (
        <>
          <ul class="cards">
            {cards.map((c) => <BoardCard key={c.id} card={c} group={group} />)}
            {waits.map((c) => (
              <li class="board-card waiting" key={c.key}><p>{tidy(String(c.body.text))}</p><p class="waits">{t("common.waiting-one")}</p></li>
            ))}
          </ul>
          {mayWrite() && <AddCard group={group} domain={domain} />}
        </>
      )}
    </section>
  );
}

/** Opens to a field for a new card. */
function AddCard({ group, domain }: { group: Group; domain: Domain }) {
  const field = fieldOf(domain.id);
  const writing = useSignal(fieldText(field) !== "");
  if (writing.value || fieldText(field) !== "") return <NewCard group={group} domain={domain} stop={() => (writing.value = false)} />;
  return <button type="button" class="btn slim quiet wide" aria-label={`${t("sheet.add-card")}: ${tidy(say(domain.name))}`} onClick={() => (writing.value = true)}>{t("sheet.add-card")}</button>;
}

/** Cards go to the outbox at once, one after the other: a group without a
 * connection writes on. */
function NewCard({ group, domain, stop }: { group: Group; domain: Domain; stop: () => void }) {
  const field = fieldOf(domain.id);
  const form = useRef<HTMLFormElement>(null);
  const write = () => form.current?.querySelector("textarea")?.focus();
  useEffect(write, []);
  const add = (e: Event) => {
    e.preventDefault();
    const text = fieldText(field).trim();
    if (text === "") return;
    void act("card.add", { group: group.id, domain: domain.id, text });
    clearDraft(field);
    write();
  };
  const cancel = () => {
    clearDraft(field);
    stop();
  };
  return (
    <form class="add-card" ref={form} onSubmit={add}>
      <Field field={field} label={t("sheet.card")} lines={2} maxLength={1000} required />
      <p class="row tight">
        <button class="btn slim">{t("sheet.add")}</button>
        <button type="button" class="btn slim quiet" onClick={cancel}>{t("common.cancel")}</button>
      </p>
    </form>
  );
}
