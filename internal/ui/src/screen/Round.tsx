import { tidy, tIn, topic, turnoutOf } from "../lib";
import type { OpenRound } from "../types";
import { Both, langs } from "./Both";
import { Countdown } from "./Countdown";
import { Fit } from "./Fit";

/** The open round: how many have rated, how long it stays open, and what it
 * takes to be agreed. Never who. */
export function Round({ round }: { round: OpenRound }) {
  const { recommendations } = topic("texts").value;
  const turnout = turnoutOf(round.id);
  const numbers = recommendations.filter((r) => round.recommendations.includes(r.id)).map((r) => r.number);
  return (
    <div class="open-round">
      <section class="tally">
        <p class="big"><Both k="screen.rating-now" args={{ list: ranges(numbers) }} /></p>
        <p class="so-far"><b>{turnout ? `${turnout.rated} / ${turnout.entitled}` : "…"}</b> <span class="soft"><Both k="screen.have-rated" /></span></p>
        {turnout && <progress max={Math.max(1, turnout.entitled)} value={turnout.rated} aria-label={tIn(langs()[0], "screen.rated", { n: turnout.rated, of: turnout.entitled })} />}
        <Countdown due={round.due} />
      </section>
      <Fit min={0.6} max={1.3} of={round.gate} class="gate-words">
        <h2><Both k="screen.gate" /></h2>
        <div class="columns">
          {langs().map((lang) => <ol key={lang} lang={lang}>{(round.gate[lang] ?? []).map((s) => <li key={s}>{tidy(s)}</li>)}</ol>)}
        </div>
      </Fit>
    </div>
  );
}

/** "1–4, 7" for 1, 2, 3, 4, 7. */
function ranges(numbers: number[]): string {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const last = runs[runs.length - 1];
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
