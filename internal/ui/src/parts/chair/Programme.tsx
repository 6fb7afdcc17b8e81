import { useSignal } from "@preact/signals";
import { clockIn, dateText, minutes, now, say, saidIn, spanText, t, tidy, timeText, topic } from "../../lib";
import type { Item } from "../../types";
import { Do } from "../Do";
import { Lateness } from "./Lateness";
import { nextStep } from "./step";

/** The programme against the clock: what is done steps back. */
export function Programme() {
  const day = topic("day").value;
  const done = day.items.filter((i) => i.state === "done");
  return (
    <>
      <h2 class="col-title">{t("chair.panel-programme")}</h2>
      {!day.closed && <Step />}
      <Lateness />
      {done.length > 0 && (
        <details class="done-items" open={day.closed}>
          <summary>{t("chair.items-done", { n: done.length })}</summary>
          <Items items={done} />
        </details>
      )}
      <Items items={day.items.filter((i) => i.state !== "done")} />
    </>
  );
}

function Items({ items }: { items: Item[] }) {
  const several = new Set(topic("day").value.items.map((i) => i.date)).size > 1;
  return (
    <ol class="items">
      {items.flatMap((i, n) => [
        several && items[n - 1]?.date !== i.date && <li class="date" key={i.date}>{dateText(i.date)}</li>,
        <Line key={i.id} item={i} />,
      ])}
    </ol>
  );
}

/** What runs, and the next step: the next item begins, and what runs ends with it. */
function Step() {
  const day = topic("day").value;
  const on = day.items.find((i) => i.id === day.now);
  const next = day.items.find((i) => i.id === day.next);
  if (!on && !next) return <p class="soft small">{t("chair.programme-over")}</p>;
  return (
    <div class="step card now">
      {on ? <Running item={on} /> : <p class="small soft">{t("chair.between")}</p>}
      {next && (
        <Do name="session.start" fields={{ session: next.id }} class={`wide ${nextStep() === "programme" ? "primary" : ""}`}>
          <span>{t("chair.start", { title: tidy(say(next.title)) })}</span>
        </Do>
      )}
      {on && <Do name="session.finish" fields={{ session: on.id }} class="slim quiet wide">{t("chair.finish")}</Do>}
    </div>
  );
}

/** The item that runs, and how much of its time is left. */
function Running({ item }: { item: Item }) {
  const day = topic("day").value;
  const [start, end] = [minutes(item.began), minutes(item.end)];
  const time = minutes(clockIn(day.zone, now.value));
  const left = item.end ? t(end < time ? "chair.over" : "chair.left", { n: Math.abs(end - time) }) : t("chair.open-end");
  return (
    <>
      <p class="small soft">{t("common.now")} · {spanText(item.start, item.end)} · <b class={end < time ? "moved nowrap" : "nowrap"}>{left}</b></p>
      <h3 lang={saidIn(item.title)}>{tidy(say(item.title))}</h3>
      {item.end && <progress max={Math.max(1, end - start)} value={Math.min(time, end) - start} aria-label={left} />}
    </>
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
      <time>{shortTime(item.began || item.start)}</time>
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

/** "14.30" without its น., for a column of times. */
function shortTime(clock: string): string {
  const [h, m] = clock.split(":");
  return t("common.time-short", { h, m });
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
