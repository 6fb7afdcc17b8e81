import { clockIn, minutes, now, tIn, tidy, topic, url } from "../lib";
import { goalKey } from "../parts/goal";
import type { Item } from "../types";
import { Both, BothText, langs, timeIn } from "./Both";
import { Fit } from "./Fit";

/** Now and next, and how to join. */
export function Welcome() {
  const day = topic("day").value;
  const { join } = topic("screen").value;
  const item = day.items.find((i) => i.id === day.now);
  const next = day.items.find((i) => i.id === day.next);
  const address = join.split("/j/")[0];
  return (
    <div class="welcome">
      <Fit class="welcome-words" min={0.6} max={1.2} of={[item, next, day.closed, day.goal]}>
        {day.closed ? <p class="big"><Both k="screen.closed" /></p> : <Present item={item} next={next} zone={day.zone} />}
        {next && !day.closed && <Upcoming next={next} />}
        {day.goal > 0 && <p class="goal"><Both k={goalKey(day)} args={{ n: day.agreed, goal: day.goal }} /></p>}
      </Fit>
      <aside class="way-in">
        <p><Both k="screen.scan" /></p>
        <img src={url("/join.svg")} alt={tIn(langs()[0], "screen.join-alt", { address: join })} width="400" height="400" />
        <p class="type"><span class="soft"><Both k="screen.or-type" /></span> <b>{address}</b></p>
        <p class="big-code">{day.code}</p>
      </aside>
    </div>
  );
}

function Present({ item, next, zone }: { item?: Item; next?: Item; zone: string }) {
  if (!item) return <p class="big">{next ? <Resumes at={next.projected || next.start} /> : <Both k="screen.nothing-on" />}</p>;
  const left = item.end ? minutes(item.end) - minutes(clockIn(zone, now.value)) : null;
  const began = minutes(item.began || item.start);
  const length = item.end ? Math.max(1, minutes(item.end) - began) : 1;
  return (
    <section>
      <p class="label"><Both k="screen.now" /></p>
      <p class="big"><BothText text={item.title} /></p>
      {left !== null && (
        <>
          <p class={left < 0 ? "late" : "soft"}><Both k={left < 0 ? "screen.over" : "screen.left"} args={{ n: Math.abs(left) }} /></p>
          <progress max={length} value={Math.min(length, Math.max(0, length - left))} aria-hidden="true" />
        </>
      )}
      {item.speakers.map((s) => <p class="speaker" key={s.name}>{tidy(s.name)}{s.affiliation && <span class="soft"> {tidy(s.affiliation)}</span>}</p>)}
    </section>
  );
}

function Resumes({ at }: { at: string }) {
  return (
    <span class="both">
      {langs().map((lang, i) => <span key={lang} lang={lang} class={i > 0 ? "second" : ""}>{tIn(lang, "screen.between", { time: timeIn(lang, at) })}</span>)}
    </span>
  );
}

function Upcoming({ next }: { next: Item }) {
  return (
    <section>
      <p class="label"><Both k="screen.next" /></p>
      <p class="upcoming"><span class="soft at">{next.projected || next.start}</span> <BothText text={next.title} /></p>
    </section>
  );
}
