import { useSignal } from "@preact/signals";
import { pending, say, t, tidy } from "../../lib";
import type { Card, Group } from "../../types";
import { Confirm } from "../Confirm";
import { Answer } from "../Do";
import { useDoing } from "../doing";
import { mayWrite } from "./group";

/** A note on the board; its tools open with a press. */
export function BoardCard({ card, group }: { card: Card; group: Group }) {
  const open = useSignal(false);
  const moving = pending("card.move", (body) => body.card === card.id);
  return (
    <li class="board-card">
      <p>{tidy(card.text)}</p>
      {moving && <p class="waits">{t("common.waiting-one")}</p>}
      {mayWrite() && (
        <button type="button" class="card-tools" aria-expanded={open.value} aria-label={t("sheet.change-card", { text: card.text.slice(0, 60) })} onClick={() => (open.value = !open.value)}>
          <span aria-hidden="true">⋯</span>
        </button>
      )}
      {open.value && mayWrite() && <Tools card={card} group={group} />}
    </li>
  );
}

function Tools({ card, group }: { card: Card; group: Group }) {
  const doing = useDoing();
  const id = `move-${card.id}`;
  return (
    <div class="tools">
      <div class="field">
        <label for={id}>{t("sheet.move-to")}</label>
        <select id={id} value={card.domain} onChange={(e) => doing.run("card.move", { card: card.id, domain: e.currentTarget.value })}>
          {group.domains.map((d) => <option key={d.id} value={d.id}>{say(d.name)}</option>)}
        </select>
      </div>
      <Answer doing={doing} />
      <Confirm name="card.remove" fields={{ card: card.id }} label={t("sheet.remove-card")} ask={t("sheet.remove-card-ask")} yes={t("sheet.remove-yes")} />
    </div>
  );
}
