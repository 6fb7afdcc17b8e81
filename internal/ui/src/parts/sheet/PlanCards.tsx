import { dateText, t, tidy } from "../../lib";
import type { ComponentChildren } from "preact";
import type { Action } from "../../types";
import { ActionForm, rowEdit } from "../ActionForm";
import { base } from "../edit";
import { Completeness, FirstStep, RowTools, recommendationOf } from "./PlanRow";

/** The plan as cards, on a phone. */
export function PlanCards({ rows }: { rows: Action[] }) {
  return (
    <ul class="plan-cards">
      {rows.map((a) => (
        <li class="card" key={a.id}>
          {base(rowEdit(a.id, "", "")) === null ? <Read a={a} /> : <ActionForm edit={rowEdit(a.id, "", "")} group={a.group} row={a} close={() => {}} />}
        </li>
      ))}
    </ul>
  );
}

function Read({ a }: { a: Action }) {
  return (
    <>
      <p class="small soft">{recommendationOf(a)}</p>
      <h2>{tidy(a.action)}</h2>
      <Completeness a={a} />
      <dl>
        <Fact of="lead">{a.lead && tidy(a.lead)}</Fact>
        <Fact of="partners">{a.partners && tidy(a.partners)}</Fact>
        <Fact of="firstStep">{(a.firstStep || a.firstStepBy) && <FirstStep a={a} />}</Fact>
        <Fact of="due">{dateText(a.due)}</Fact>
        <Fact of="budget">{a.budget && tidy(a.budget)}</Fact>
        <Fact of="indicator">{a.indicator && tidy(a.indicator)}</Fact>
      </dl>
      <RowTools a={a} />
    </>
  );
}

/** One field, left out while it is empty. */
function Fact({ of, children }: { of: string; children: ComponentChildren }) {
  if (!children) return null;
  return <div><dt>{t(`staff.plan.${of}`)}</dt><dd>{children}</dd></div>;
}
