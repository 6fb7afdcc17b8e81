import { say, saidIn, t, tidy } from "../../lib";
import type { Recommendation } from "../../types";

/** What the text rests on. */
export function Evidence({ r }: { r: Recommendation }) {
  return (
    <details class="part evidence">
      <summary>{t("chair.evidence", { n: r.evidence.length })}</summary>
      {r.evidence.length === 0 && <p class="soft small">{t("chair.no-evidence")}</p>}
      <ul>
        {r.evidence.map((e) => (
          <li key={e.id} class="small">
            <span lang={saidIn(e.statement)}>{tidy(say(e.statement))}</span>{" "}
            <span class="soft">{e.url ? <a href={e.url} rel="noreferrer">{e.source || e.url}</a> : e.source}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
