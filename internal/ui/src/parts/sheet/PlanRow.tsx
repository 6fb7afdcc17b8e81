import { dateText, t, tidy, topic } from "../../lib";
import type { Action } from "../../types";
import { openRow, rowEdit } from "../ActionForm";
import { Confirm } from "../Confirm";
import { missingIn } from "../plan";
import { nameOf } from "../recommendation";
import { mayWrite } from "./group";

/** "Recommendation 3", or that the row belongs to none. */
export function recommendationOf(a: Action): string {
  const r = topic("texts").value.recommendations.find((x) => x.id === a.recommendation);
  return r ? nameOf(r) : t("staff.no-recommendation");
}

/** Whether the row can be agreed on, in words. */
export function Completeness({ a }: { a: Action }) {
  if (a.complete) return <p class="complete"><span aria-hidden="true">✓</span> {t("sheet.complete")}</p>;
  return <p class="incomplete">{t("staff.missing", { what: missingIn(a).join(", ") })}</p>;
}

/** What is to be done first, and by when. */
export function FirstStep({ a }: { a: Action }) {
  return (
    <>
      {tidy(a.firstStep)}
      {a.firstStepBy && <span class="soft small"> {t("sheet.by", { date: dateText(a.firstStepBy) })}</span>}
    </>
  );
}

/** Edit and remove. */
export function RowTools({ a }: { a: Action }) {
  if (!mayWrite()) return null;
  return (
    <div class="row tight">
      <button type="button" class="btn slim" aria-label={`${t("sheet.edit-row")}: ${a.action.slice(0, 60)}`} onClick={() => openRow(rowEdit(a.id, "", ""), a)}>{t("sheet.edit-row")}</button>
      <Confirm name="action.remove" fields={{ id: a.id }} label={t("sheet.remove-row")} aria={`${t("sheet.remove-row")}: ${a.action.slice(0, 60)}`} ask={t("sheet.remove-row-ask")} yes={t("sheet.remove-yes")} />
    </div>
  );
}
