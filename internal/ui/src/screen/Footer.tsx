import { clockIn, connection, tIn, topic, turnoutOf } from "../lib";
import { Both, BothText, langs, timeIn } from "./Both";
import { Countdown } from "./Countdown";

/** The open round, or else what is on, or that it is over; the way in; and when the connection is
 * lost, since when. */
export function Footer() {
  const day = topic("day").value;
  const { join } = topic("screen").value;
  const open = topic("rounds").value.open;
  const turnout = turnoutOf(open?.id);
  const item = day.items.find((i) => i.id === day.now);
  const { state, since } = connection.value;
  return (
    <footer class="screen-foot">
      {state === "reconnecting" && <span class="lost" role="status">{tIn(langs()[0], "screen.offline", { time: timeIn(langs()[0], clockIn(day.zone, since)) })}</span>}
      {open ? (
        <>
          <span class="state rating"><Both k="screen.round-open" args={{ n: open.number }} /></span>
          {turnout && <span class="count">{turnout.rated} / {turnout.entitled}</span>}
          <Countdown due={open.due} />
          {turnout && <progress max={Math.max(1, turnout.entitled)} value={turnout.rated} aria-label={tIn(langs()[0], "screen.rated", { n: turnout.rated, of: turnout.entitled })} />}
        </>
      ) : (
        <span class={day.closed ? "on-now closed" : "on-now"}>{day.closed ? <Both k="screen.closed" /> : item && <BothText text={item.title} />}</span>
      )}
      <b class="address">{join.split("/j/")[0]} <span class="dot">·</span> {day.code}</b>
    </footer>
  );
}
