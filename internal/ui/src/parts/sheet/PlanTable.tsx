import { dateText, t, tidy } from "../../lib";
import type { Action } from "../../types";
import { ActionForm, rowEdit } from "../ActionForm";
import { base } from "../edit";
import { Completeness, FirstStep, RowTools, recommendationOf } from "./PlanRow";

const columns = ["action", "lead", "firstStep", "due", "budget", "indicator"] as const;

/** The plan as a table, on a laptop. */
export function PlanTable({ rows }: { rows: Action[] }) {
  return (
    <table class="plan">
      <thead>
        <tr>
          {columns.map((c) => <th key={c} scope="col">{t(`sheet.column-${c}`)}</th>)}
          <th scope="col">{t("sheet.column-state")}</th>
        </tr>
      </thead>
      <tbody>{rows.map((a) => (base(rowEdit(a.id, "", "")) === null ? <Read key={a.id} a={a} /> : <Write key={a.id} a={a} />))}</tbody>
    </table>
  );
}

function Read({ a }: { a: Action }) {
  return (
    <tr>
      <th scope="row"><span class="small soft">{recommendationOf(a)}</span><br />{tidy(a.action)}</th>
      <td>{tidy(a.lead)}{a.partners && <span class="small soft"><br />{t("sheet.with", { names: a.partners })}</span>}</td>
      <td><FirstStep a={a} /></td>
      <td>{dateText(a.due)}</td>
      <td>{tidy(a.budget)}</td>
      <td>{tidy(a.indicator)}</td>
      <td><Completeness a={a} /><RowTools a={a} /></td>
    </tr>
  );
}

function Write({ a }: { a: Action }) {
  return (
    <tr>
      <td colSpan={columns.length + 1}><ActionForm edit={rowEdit(a.id, "", "")} group={a.group} row={a} close={() => {}} /></td>
    </tr>
  );
}
