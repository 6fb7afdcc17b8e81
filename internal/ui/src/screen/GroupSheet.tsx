import { dateText, tidy, topic } from "../lib";
import type { Action, Group } from "../types";
import { Both, BothText } from "./Both";
import { Fit } from "./Fit";

/** A group's board by domain, and its rows of the plan. */
export function GroupSheet({ id }: { id: string }) {
  const { groups, actions } = topic("groups").value;
  const group = groups.find((g) => g.id === id);
  if (!group) return null;
  const plan = actions.filter((a) => a.group === id);
  return (
    <Fit min={0.55} max={1.6} of={[group, plan]} class="group-sheet">
      <Board group={group} />
      {plan.length > 0 && <Plan rows={plan} />}
    </Fit>
  );
}

function Board({ group }: { group: Group }) {
  return (
    <div class="board">
      {group.domains.map((d) => (
        <section key={d.id}>
          <h2><BothText text={d.name} /></h2>
          <ul>{group.cards.filter((c) => c.domain === d.id).map((c) => <li key={c.id}>{tidy(c.text)}</li>)}</ul>
        </section>
      ))}
    </div>
  );
}

function Plan({ rows }: { rows: Action[] }) {
  return (
    <table>
      <caption><Both k="screen.plan" /></caption>
      <thead><tr>{["action", "lead", "first", "due"].map((k) => <th key={k} scope="col"><Both k={`screen.${k}`} /></th>)}</tr></thead>
      <tbody>
        {rows.map((a) => (
          <tr key={a.id}>
            <td>{tidy(a.action)}</td>
            <td>{a.lead ? tidy(a.lead) : <span class="late"><Both k="screen.nobody" /></span>}</td>
            <td>{tidy(a.firstStep)} {a.firstStepBy && <span class="soft">{dateText(a.firstStepBy)}</span>}</td>
            <td>{dateText(a.due)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
