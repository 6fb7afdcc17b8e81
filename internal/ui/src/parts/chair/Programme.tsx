import { useSignal } from "@preact/signals";
import { dateText, minutes, say, saidIn, t, tidy, timeText, topic } from "../../lib";
import type { Item } from "../../types";
import { Do } from "../Do";
import { Lateness } from "./Lateness";
import { nextStep } from "./step";

/** The programme against the clock. */
export function Programme() {
  const day = topic("day").value;
  const dates = [...new Set(day.items.map((i) => i.date))];
  return (
    <>
      <h2 class="col-title">{t("chair.panel-programme")}</h2>
      {!day.closed && <Step />}
      <Lateness />
      {dates.map((date) => (
        <div key={date}>
          {dates.length > 1 && <h3 class="date">{dateText(date)}</h3>}
          <ol class="items">{day.items.filter((i) => i.date === date).map((i) => <Line key={i.id} item={i} />)}</ol>
        </div>
      ))}
    </>
  );
}

/** The next step of the programme: begin the next item; what runs ends with it. */
function Step() {
  const day = topic("day").value;
  const on = day.items.find((i) => i.id === day.now);
  const next = day.items.find((i) => i.id === day.next);
  if (!on && !next) return <p class="soft small">{t("chair.programme-over")}</p>;
  return (
    <div class="step">
      {next && (
        <Do name="session.start" fields={{ session: next.id }} class={`wide ${nextStep() === "programme" ? "primary" : ""}`}>
          <span>{t("chair.start", { title: tidy(say(next.title)) })}</span>
        </Do>
      )}
      {on && <Do name="session.finish" fields={{ session: on.id }} class="slim quiet wide">{t("chair.finish", { title: tidy(say(on.title)) })}</Do>}
    </div>
  );
}

/** One item; an item to come opens to a button that starts it out of turn. */
function Line({ item }: { item: Item }) {
  const day = topic("day").value;
  const open = useSignal(false);
  const cost = day.cuts.find((c) => c.id === item.id);
  const startable = item.state === "planned" && !day.closed && item.id !== day.next;
  const title = <span class="item-title" lang={saidIn(item.title)}>{tidy(say(item.title))}</span>;
  return (
    <li class={`item ${item.state} ${cost ? "cost" : ""}`} aria-current={item.state === "on" ? "step" : undefined}>
      <time>{timeText(item.began || item.start)}</time>
      <div>
        {startable ? <button type="button" class="item-open" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>{title}</button> : title}
        <span class="item-notes">
          {item.decides && <span class="decides">{t("chair.decides")}</span>}
          {notes(item).map((n) => <span key={n}>{n}</span>)}
          {cost && <b>{t("chair.shrinks", { from: cost.from, to: cost.to })}</b>}
        </span>
        {open.value && startable && <Do name="session.start" fields={{ session: item.id }} class="slim">{t("chair.start-now")}</Do>}
      </div>
    </li>
  );
}

/** Plan against reality, in a few words. */
function notes(item: Item): string[] {
  const day = topic("day").value;
  if (item.state === "planned") return item.projected ? [t("chair.about", { time: timeText(item.projected) })] : [];
  const said = item.began !== item.start ? [t("chair.planned", { time: timeText(item.start) })] : [];
  if (item.state === "on" && day.over > 0 && item.id === day.now) return [...said, t("chair.over", { n: day.over })];
  if (item.state !== "done" || !item.end) return said;
  const longer = minutes(item.ended) - minutes(item.began) - (minutes(item.end) - minutes(item.start));
  if (longer > 0) said.push(t("chair.longer", { n: longer }));
  if (longer < 0) said.push(t("chair.shorter", { n: -longer }));
  return said;
}
