import { minutes, say, t, tidy, timeText, topic } from "../../lib";
import type { Move } from "../../types";
import { Do } from "../Do";

/** What deciding has left, what lateness costs it, and a plan that wins it back. */
export function Lateness() {
  const day = topic("day").value;
  if (day.closed || day.undecided === 0) return null;
  if (day.late === 0) return day.budget > 0 ? <p class="calm small soft">{t("chair.budget", { n: day.budget, of: day.undecided, each: each(day.budget, day.undecided) })}</p> : null;
  return (
    <div class="card warn late" role="status">
      <h3>{t("chair.late", { n: day.late })}</h3>
      {day.cuts.map((c) => (
        <p key={c.id}>{t("chair.costs", { title: titleOf(c.id), from: c.from, to: c.to })}</p>
      ))}
      {day.cuts.length === 0 && <p>{t("chair.costs-nothing")}</p>}
      {day.budget > 0 && <p>{t("chair.each", { each: each(day.left, day.undecided), of: day.undecided, before: each(day.budget, day.undecided) })}</p>}
      {day.rescue.length > 0 ? <Rescue moves={day.rescue} /> : <p class="small">{t("chair.no-rescue")}</p>}
    </div>
  );
}

/** The proposed re-plan: what it does stands above the button that does it. */
function Rescue({ moves }: { moves: Move[] }) {
  const shorter = moves.filter((m) => lost(m) > 0);
  const later = moves.filter((m) => lost(m) === 0);
  return (
    <div class="rescue">
      <p><b>{t("chair.rescue")}</b></p>
      <ul>
        {shorter.map((m) => <li key={m.session}>{t("chair.rescue-shorter", { title: titleOf(m.session), from: planned(m), to: span(m.start, m.end) })}</li>)}
      </ul>
      {later.length > 0 && (
        <details>
          <summary>{t("chair.rescue-later", { n: later.length })}</summary>
          <ul>{later.map((m) => <li key={m.session}>{t("chair.rescue-move", { title: titleOf(m.session), start: timeText(m.start), end: timeText(m.end) })}</li>)}</ul>
        </details>
      )}
      <Do name="programme.replan" fields={{ moves }} class="slim wide">{t("chair.rescue-do")}</Do>
    </div>
  );
}

const item = (id: string) => topic("day").value.items.find((i) => i.id === id);
const titleOf = (id: string) => tidy(say(item(id)?.title ?? {}));
const span = (start: string, end: string) => minutes(end) - minutes(start);

/** The minutes that an item has in the plan as it stands. */
function planned(m: Move): number {
  const i = item(m.session);
  return i?.end ? span(i.start, i.end) : 0;
}

/** The minutes that a move takes from an item. */
const lost = (m: Move) => planned(m) - span(m.start, m.end);

/** A share of some minutes in words: "3 min" or "2 min 30 s". */
export function each(total: number, of: number): string {
  const seconds = Math.floor((total * 60) / of / 10) * 10;
  const min = Math.floor(seconds / 60);
  if (min >= 10 || seconds % 60 === 0) return t("common.minutes", { n: min });
  return t("chair.min-s", { m: min, s: seconds % 60 });
}
