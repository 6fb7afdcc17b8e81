import { t, topic } from "../../../lib";
import { Moderate } from "../../opinion/Moderate";
import { Words } from "../../opinion/LogLines";

/** Proposed statements that nobody has looked at yet. */
export function Queue() {
  const { waiting } = topic("statements").value;
  return (
    <>
      <h3>{t("opinion.queue")}</h3>
      {waiting.length === 0 && <p class="small soft">{t("opinion.queue-none")}</p>}
      <ul class="opinion-log">
        {waiting.map((s) => <li key={s.id}><Words s={s} /><Moderate s={s} /></li>)}
      </ul>
    </>
  );
}
