import { clockIn, t, timeText, topic, useMinutesLeft } from "../../lib";
import type { OpenRound } from "../../types";

/** Until when the chair means to leave a round open, by the server's clock;
 * nothing where the chair named no time. `overdue` is said after that. */
export function Due({ round, overdue }: { round: OpenRound; overdue: string }) {
  const left = useMinutesLeft(round.due);
  if (left === null) return null;
  if (left <= 0) return <p class="due small">{overdue}</p>;
  const time = timeText(clockIn(topic("day").value.zone, Date.parse(round.due)));
  return <p class="due small">{t("rating.until", { time })} · <b>{left <= 1 ? t("rating.last-minute") : t("rating.left", { n: left })}</b></p>;
}
