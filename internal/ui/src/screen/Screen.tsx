import { clockIn, tIn, topic } from "../lib";
import { Captions } from "./Captions";
import { Footer } from "./Footer";
import { GroupSheet } from "./GroupSheet";
import { Introductions } from "./Introductions";
import { Opinion } from "./Opinion";
import { Questions } from "./Questions";
import { Recommendation } from "./Recommendation";
import { Result } from "./Result";
import { Round } from "./Round";
import { Welcome } from "./Welcome";
import { Both, BothText, Each } from "./Both";

/** The projector: it shows what the chair chose, and always the clock, the
 * way in and the open round. */
export function Screen() {
  const { mode, ref } = topic("screen").value;
  const day = topic("day").value;
  const { open } = topic("rounds").value;
  return (
    <div class={`screen mode-${mode}`}>
      <header class="screen-head">
        <h1><Heading mode={mode} of={ref} /></h1>
        <time class="clock">{clockIn(day.zone)}</time>
      </header>
      <main class="screen-main">
        {mode === "recommendation" && <Recommendation id={ref} />}
        {mode === "result" && <Result id={ref} />}
        {mode === "questions" && <Questions />}
        {mode === "group" && <GroupSheet id={ref} />}
        {mode === "captions" && <Captions />}
        {mode === "intro" && <Introductions />}
        {mode === "opinion" && <Opinion />}
        {!modes.includes(mode) && (open ? <Round round={open} /> : <Welcome />)}
      </main>
      <Footer />
    </div>
  );
}

const modes = ["recommendation", "result", "questions", "captions", "group", "intro", "opinion"];

function Heading({ mode, of }: { mode: string; of: string }) {
  const rec = topic("texts").value.recommendations.find((r) => r.id === of);
  const result = topic("rounds").value.results.find((r) => r.recommendation === of);
  const group = topic("groups").value.groups.find((g) => g.id === of);
  if (mode === "opinion") return <Both k="opinion.title" />;
  if (mode === "questions" || mode === "captions" || mode === "intro") return <Both k={`screen.${mode}`} />;
  if (mode === "group" && group) return <BothText text={group.name} />;
  if (!rec) return <BothText text={topic("day").value.title} />;
  if (mode !== "result" || !result) return <Both k="screen.recommendation" args={{ n: rec.number }} />;
  return <Each say={(lang) => `${tIn(lang, "screen.recommendation", { n: rec.number })} · ${tIn(lang, "screen.result-of", { n: result.number })}`} />;
}
