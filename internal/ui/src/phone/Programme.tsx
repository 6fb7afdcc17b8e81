import { dateText, page, saidIn, say, t, tidy, timeText } from "../lib";
import type { Day, Item, Speaker } from "../types";

/** The whole programme, day by day; what is done steps back. */
export function Programme({ day }: { day: Day }) {
  const dates = [...new Set(day.items.map((i) => i.date))];
  return (
    <section class="programme">
      <h2>{t("phone.programme")}</h2>
      <p class="soft small" lang={saidIn(day.title)}>{tidy(say(day.title))}</p>
      {dates.map((date) => <Dated key={date} date={date} items={day.items.filter((i) => i.date === date)} />)}
      <p class="small calendar"><a href={`/j/${page.join.split("/").pop()}/programme.ics?lang=${page.lang}`} download>{t("phone.calendar")}</a></p>
    </section>
  );
}

function Dated({ date, items }: { date: string; items: Item[] }) {
  const done = items.filter((i) => i.state === "done");
  return (
    <div>
      <h3>{dateText(date)}</h3>
      {done.length > 0 && (
        <details>
          <summary>{t("phone.items-done", { n: done.length })}</summary>
          <Rows items={done} />
        </details>
      )}
      <Rows items={items.filter((i) => i.state !== "done")} />
    </div>
  );
}

const Rows = ({ items }: { items: Item[] }) => <ol>{items.map((item) => <Row key={item.id} item={item} />)}</ol>;

function Row({ item }: { item: Item }) {
  return (
    <li class={`item ${item.state}`} aria-current={item.state === "on" ? "time" : undefined}>
      <span class="item-time">{timeText(item.start)}</span>
      <div>
        <p lang={saidIn(item.title)}>{tidy(say(item.title))}{item.decides && <> <span class="decides">{t("phone.decides")}</span></>}</p>
        {item.state === "on" && <p class="small soft">{t("phone.item.on")}</p>}
        {item.projected && item.projected !== item.start && <p class="small over">{t("phone.projected", { time: timeText(item.projected) })}</p>}
        <Speakers list={item.speakers} />
        {item.subItems.length > 0 && (
          <ul class="subitems">
            {item.subItems.map((s, i) => (
              <li key={i}><span lang={saidIn(s.title)}>{tidy(say(s.title))}</span><Speakers list={s.speakers} /></li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Speakers({ list }: { list: Speaker[] }) {
  return (
    <>
      {list.map((s) => (
        <p class="small soft" key={s.name}>{s.name}{s.affiliation && <>, {s.affiliation}</>}</p>
      ))}
    </>
  );
}
