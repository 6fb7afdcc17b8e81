import { topic } from "../lib";
import { Both } from "./Both";
import { Fit } from "./Fit";
import { large } from "./thai";

const shown = 6;

/** The questions that most people ask. */
export function Questions() {
  const open = topic("questions").value.questions.filter((q) => q.status === "open");
  const top = open.slice(0, shown);
  if (top.length === 0) return <p class="big centre"><Both k="screen.no-questions" /></p>;
  return (
    <Fit min={0.9} max={2.1} of={top} class="asked">
      <ol>
        {top.map((q) => (
          <li key={q.id}>
            <b class="support">{q.support}</b>
            <p lang={q.lang || undefined}>{large(q.text)}</p>
          </li>
        ))}
      </ol>
      {open.length > shown && <p class="soft note"><Both k="screen.more" args={{ n: open.length - shown }} /></p>}
    </Fit>
  );
}
