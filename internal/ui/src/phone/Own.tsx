import { type Mine, mine, t } from "../lib";
import { middle } from "../parts/rating/Numbers";
import type { Criterion, Result } from "../types";
import { Receipt } from "./Receipt";

/** One's own place against the room's distribution, and whether one's ratings
 * were counted: from what this browser alone has kept. */
export function Own({ result }: { result: Result }) {
  const kept = mine(result.round, result.recommendation);
  const answered = result.criteria.filter((c) => kept?.ratings[c.criterion] || kept?.dontKnow.includes(c.criterion));
  if (!kept || answered.length === 0) return null;
  return (
    <section class="own">
      <h4>{t("phone.own")}</h4>
      {answered.map((c) => <Place key={c.criterion} c={c} kept={kept} />)}
      {Object.keys(kept.codes).length > 0 && <Receipt result={result} kept={kept} />}
      <p class="small soft">{t("phone.own.kept")}</p>
    </section>
  );
}

function Place({ c, kept }: { c: Criterion; kept: Mine }) {
  const criterion = t(`common.${c.criterion}`);
  const n = kept.ratings[c.criterion];
  const [room] = c.rows;
  if (!n) return <p class="small">{t("phone.own.dont-know", { criterion })}</p>;
  if (room.n === 0) return <p class="small">{t("phone.own.hidden", { criterion, n })}</p>;
  return (
    <>
      <p class="small">{t("phone.own.rated", { criterion, n, m: middle(room) })}</p>
      <Bars counts={room.counts} own={n} />
    </>
  );
}

const high = 24; // of the tallest bar, in units of the drawing

/** How many gave each number; one's own is filled, and pointed at. */
function Bars({ counts, own }: { counts: number[]; own: number }) {
  const most = Math.max(...counts);
  return (
    <svg class="bars" viewBox="0 0 180 50" role="img" aria-label={t("phone.own.picture", { counts: counts.join(", ") })}>
      {counts.map((n, i) => {
        const height = n > 0 ? Math.max(2, (high * n) / most) : 0.7;
        return (
          <g key={i} class={i + 1 === own ? "bar own-bar" : "bar"}>
            <rect x={i * 20 + 2} y={high - height} width={16} height={height} rx={1.5} />
            <text x={i * 20 + 10} y={36}>{i + 1}</text>
          </g>
        );
      })}
      <path class="own-mark" d={`M${own * 20 - 10} 40l5 8h-10z`} />
    </svg>
  );
}
