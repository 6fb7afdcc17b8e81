import { dateText, say, t, tidy, topic } from "../../lib";
import type { Recommendation } from "../../types";

const kinds = ["agree", "reserve", "ask", "cannot"];

/** What the offices of the accepting party say, by kind; never who. */
export function Stances({ r }: { r: Recommendation }) {
  const day = topic("day").value;
  const party = day.groups.find((g) => g.id === day.accepting);
  if (r.stances.length === 0) return null;
  return (
    <section class="part">
      <h3>{t("chair.stances", { group: say(party?.name ?? {}) })}</h3>
      <ul class="stances">
        {kinds.map((kind) => (
          <li key={kind} class={`stance ${kind}`}>
            <b>{r.stances.filter((s) => s.stance === kind).length}</b> {t(`chair.stance.${kind}`)}
          </li>
        ))}
      </ul>
      <ul class="stance-words">
        {r.stances.filter((s) => s.text || s.until).map((s, i) => (
          <li key={i}>
            <b>{t(`chair.stance.${s.stance}`)}</b> {s.until && <span class="soft">{t("chair.until", { date: dateText(s.until) })}</span>} {tidy(s.text)}
          </li>
        ))}
      </ul>
    </section>
  );
}
