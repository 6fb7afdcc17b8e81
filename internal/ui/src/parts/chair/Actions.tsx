import { t, tidy, topic } from "../../lib";
import type { Action, Recommendation } from "../../types";
import { ActionForm, openRow, rowEdit } from "../ActionForm";
import { Count } from "../Count";
import { base } from "../edit";
import { missingIn, withoutAction } from "../plan";
import { firstWords, nameOf } from "../recommendation";

/** The agreed recommendations that nobody has taken on: nothing closes before. */
export function Actions() {
  const without = withoutAction();
  const agreed = topic("day").value.agreed;
  return (
    <section class="part" id="actions">
      <h2 class="col-title">{t("chair.plan")} <Count n={without.length} /></h2>
      {without.length === 0 && <p class="small soft">{t(agreed > 0 ? "chair.plan-complete" : "chair.plan-none-yet")}</p>}
      {without.map((r) => <Without key={r.id} r={r} />)}
    </section>
  );
}

function Without({ r }: { r: Recommendation }) {
  const rows = topic("groups").value.actions.filter((a) => a.recommendation === r.id);
  const words = firstWords(r);
  const fresh = rowEdit("", "", r.id);
  return (
    <div class="card without">
      <p><b>{nameOf(r)}</b></p>
      <p class="small first-words" lang={words.lang}>{tidy(words.text)}</p>
      {rows.map((a) => <Incomplete key={a.id} a={a} />)}
      {rows.length === 0 && <p class="small moved">{t("chair.no-action")}</p>}
      {base(fresh) === null ? (
        rows.length === 0 && <button type="button" class="btn slim" onClick={() => openRow(fresh)}>{t("chair.add-action")}</button>
      ) : (
        <ActionForm edit={fresh} group="" recommendation={r.id} close={() => {}} />
      )}
    </div>
  );
}

function Incomplete({ a }: { a: Action }) {
  const name = rowEdit(a.id, "", "");
  if (base(name) !== null) return <ActionForm edit={name} group={a.group} row={a} recommendation={a.recommendation} close={() => {}} />;
  return (
    <div>
      <p class="small">{tidy(a.action)}</p>
      <p class="small moved">{t("staff.missing", { what: missingIn(a).join(", ") })}</p>
      <button type="button" class="btn slim" aria-label={`${t("chair.complete-action")}: ${a.action}`} onClick={() => openRow(name, a)}>{t("chair.complete-action")}</button>
    </div>
  );
}
