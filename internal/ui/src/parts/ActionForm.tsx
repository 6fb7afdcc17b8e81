import type { ComponentChildren } from "preact";
import { Field, connection, dateText, onReopen, t, tidy, topic } from "../lib";
import type { Action } from "../types";
import { Answer } from "./Do";
import { useDoing } from "./doing";
import * as edit from "./edit";
import { lastFirstStep } from "./plan";
import { firstWords, nameOf } from "./recommendation";

const names = ["recommendation", "action", "lead", "partners", "firstStep", "firstStepBy", "due", "budget", "indicator"] as const;
type Name = (typeof names)[number];

interface Props {
  edit: string; // name of the edit
  group: string; // the group that writes it, empty for staff
  row?: Action; // left out: a new row
  recommendation?: string; // fixed, then it is not asked
  close: () => void;
}

/** The name of the edit of a row: one that is there, or a new one. */
export const rowEdit = (id: string, group: string, recommendation: string) => (id ? `row|${id}` : `row|new|${group}|${recommendation}`);

/** Begins writing a row, or goes on with it. */
export const openRow = (name: string, row?: Action) => edit.begin(name, row?.rev ?? 0);

/** Puts a row that came back into its form again. `fixed` says that forms on
 * this page belong to a recommendation, not to a group. */
export function reopenRows(fixed: boolean) {
  onReopen("action.put", ({ id = "", rev = 0, group, recommendation, row }) => {
    const name = rowEdit(id, fixed ? "" : group, fixed ? recommendation : "");
    Object.entries({ ...row, recommendation }).forEach(([field, text]) => edit.set(name, field, String(text)));
    edit.begin(name, rev);
  });
}

/** One row of the action plan, to fill in. */
export function ActionForm(props: Props) {
  const doing = useDoing();
  const { row } = props;
  const now = (name: Name) => row?.[name] ?? "";
  const moved = row !== undefined && edit.base(props.edit) !== row.rev;
  const close = () => {
    edit.end(props.edit, names);
    props.close();
  };
  const save = async (e: Event) => {
    e.preventDefault();
    const sent = doing.run("action.put", command(props));
    if (connection.peek().state !== "connected" || (await sent)) close(); // the outbox keeps it
  };
  const field = (name: Name, extra: { lines?: number; type?: "date"; hint?: string; required?: boolean } = {}) => (
    <Row key={name} form={props} name={name} now={moved ? now(name) : ""}>
      <Field field={edit.fieldOf(props.edit, name)} label={t(`staff.plan.${name}`)} initial={now(name)} maxLength={extra.lines ? 4000 : 300} {...extra} />
    </Row>
  );
  return (
    <form class="plan-form" onSubmit={save}>
      {moved && <p class="moved" role="alert">{t("staff.row-moved", { n: row.rev })}</p>}
      {!props.recommendation && <ChooseRecommendation form={props} />}
      {field("action", { lines: 2, required: true })}
      <div class="plan-two">
        {field("lead")}
        {field("partners")}
        {field("firstStep", { lines: 1 })}
        {field("firstStepBy", { type: "date", hint: t("staff.within-30", { date: dateText(lastFirstStep()) }) })}
        {field("due", { type: "date" })}
        {field("budget")}
      </div>
      {field("indicator", { lines: 1 })}
      <p class="row">
        <button class="btn primary slim" aria-disabled={doing.busy}>{moved ? t("staff.save-on-top", { n: row.rev }) : t("staff.save-row")}</button>
        <button type="button" class="btn quiet slim" onClick={close}>{t("common.cancel")}</button>
      </p>
      <Answer doing={doing} />
    </form>
  );
}

/** A field, and what the row says by now where that differs from what was typed. */
function Row(props: { form: Props; name: Name; now: string; children: ComponentChildren }) {
  const differs = props.now !== "" && edit.typed(props.form.edit, props.name, props.now);
  return (
    <div class="plan-field">
      {props.children}
      {differs && <p class="small moved">{t("staff.now-says")} <q>{tidy(props.now)}</q></p>}
    </div>
  );
}

/** Which recommendation a row carries out. */
function ChooseRecommendation({ form }: { form: Props }) {
  const field = edit.fieldOf(form.edit, "recommendation");
  const { recommendations } = topic("texts").value;
  const chosen = edit.value(form.edit, "recommendation", form.row?.recommendation);
  return (
    <div class="field">
      <label for={field}>{t("staff.plan.recommendation")}</label>
      <select id={field} value={chosen} onChange={(e) => edit.set(form.edit, "recommendation", e.currentTarget.value)}>
        <option value="">{t("staff.no-recommendation")}</option>
        {recommendations.map((r) => <option key={r.id} value={r.id}>{`${nameOf(r)}: ${short(firstWords(r).text)}`}</option>)}
      </select>
    </div>
  );
}

const short = (text: string) => (text.length > 70 ? `${text.slice(0, 68)}…` : text);

/** The command that saves the row on top of the newest revision the writer saw. */
function command({ edit: name, group, row, recommendation }: Props) {
  const value = (field: Name) => edit.value(name, field, row?.[field]);
  const fields = {
    group: row?.group ?? group,
    recommendation: recommendation ?? value("recommendation"),
    row: {
      action: value("action"), lead: value("lead"), partners: value("partners"), firstStep: value("firstStep"),
      firstStepBy: value("firstStepBy"), due: value("due"), budget: value("budget"), indicator: value("indicator"),
    },
  };
  return row ? { ...fields, id: row.id, rev: row.rev } : fields;
}
