import { t, tidy, waiting } from "../../lib";
import type { Action, Group } from "../../types";
import { ActionForm, openRow, rowEdit } from "../ActionForm";
import { base } from "../edit";
import { atLeast } from "../wide";
import { mayWrite } from "./group";
import { PlanCards } from "./PlanCards";
import { PlanTable } from "./PlanTable";

const wide = atLeast(1000);

/** The group's rows of the action plan. */
export function Plan({ group, rows }: { group: Group; rows: Action[] }) {
  const fresh = rowEdit("", group.id, "");
  const complete = rows.filter((a) => a.complete).length;
  const waits = waiting.value.filter((c) => c.name === "action.put" && c.body.group === group.id && !c.body.id);
  return (
    <>
      <p class="soft board-hint">{t("sheet.plan-hint")} {rows.length > 0 && <b>{t("sheet.plan-complete", { n: complete, of: rows.length })}</b>}</p>
      {rows.length > 0 && (wide.value ? <PlanTable rows={rows} /> : <PlanCards rows={rows} />)}
      {waits.map((c) => (
        <div class="card" key={c.key}>
          <p>{tidy(String((c.body.row as { action: string }).action))}</p>
          <p class="waits">{t("common.waiting-one")}</p>
        </div>
      ))}
      {mayWrite() && base(fresh) === null && (
        <p class="add-row"><button type="button" class={`btn ${rows.length === 0 ? "primary" : ""}`} onClick={() => openRow(fresh)}>{t("sheet.add-row")}</button></p>
      )}
      {mayWrite() && base(fresh) !== null && (
        <section class="card" aria-labelledby="new-row">
          <h2 id="new-row">{t("sheet.new-row")}</h2>
          <ActionForm edit={fresh} group={group.id} close={() => {}} />
        </section>
      )}
    </>
  );
}
