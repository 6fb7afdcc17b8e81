import { gateLines } from "../gate";
import { page } from "../page";
import { tIn } from "../t";
import { tidy } from "../text";
import type { Condition } from "../../types";

/** The gate held against a result: what was asked, what was found, met or not. */
export function Gate({ conditions, lang = page.lang }: { conditions: Condition[]; lang?: string }) {
  const lines = gateLines(conditions, lang);
  const heads = lines.find((l) => l.cells.length === 2)?.cells.map((c) => c.head) ?? [];
  return (
    <table class="gate" lang={lang}>
      <thead>
        <tr>
          <th scope="col">{tIn(lang, "common.gate")}</th>
          {heads.map((h) => <th key={h} scope="col" class="num">{h}</th>)}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, cells }) => (
          <tr key={label} class={cells.every((c) => c.held) ? "" : "failed"}>
            <th scope="row">{tidy(label)}</th>
            {cells.map((c, i) => (
              <td key={i} colSpan={cells.length < heads.length ? heads.length : 1} class={c.held ? "num held" : "num not-held"}>
                {c.value} <span class="hidden-words">{tIn(lang, c.held ? "common.gate.held" : "common.gate.failed")}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
