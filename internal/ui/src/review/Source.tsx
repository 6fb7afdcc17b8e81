import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../lib/t";
import { tidy } from "../lib/text";
import { linesOf } from "./lines";
import { readCorrected } from "./read";
import { active, review } from "./state";

/** Whether the note is shown beside what was understood. */
export const sourceShown = signal(matchMedia("(min-width: 900px)").matches);

export function SourceToggle() {
  return (
    <button type="button" class="btn slim quiet" aria-pressed={sourceShown.value} onClick={() => (sourceShown.value = !sourceShown.value)}>
      {t(sourceShown.value ? "review.hide-note" : "review.show-note")}
    </button>
  );
}

/** Shows a line of the note. */
export function showLine(line: number) {
  sourceShown.value = true;
  active.value = line;
}

/** Says that something was read from a line: looking at it marks the line. */
export const from = (line: number) => (line ? { "data-line": line, onFocusIn: () => (active.value = line), onClick: () => (active.value = line) } : {});

/** Goes to what was read from a line, into its first field. */
function goTo(line: number) {
  active.value = line;
  const there = document.querySelector<HTMLElement>(`.understood [data-line="${line}"]`);
  there?.querySelector<HTMLElement>(".cell")?.focus({ preventScroll: true });
  there?.scrollIntoView({ block: "center" });
}

/** The note at the side: to be read, or while it is put right. */
export function Source() {
  const r = review.value!;
  if (r.corrected !== undefined) return <Correct text={r.corrected} />;
  return (
    <div class="source-side">
      <Lines />
      {r.editable && <button type="button" class="btn slim quiet" onClick={() => (review.value = { ...r, corrected: r.text })}>{t("review.correct")}</button>}
    </div>
  );
}

/** The text of the note as a field: what a PDF or a scan got wrong is put right
 * here, and the server reads it again. */
function Correct({ text }: { text: string }) {
  const busy = useSignal(false);
  const problem = useSignal("");
  const put = (corrected?: string) => (review.value = { ...review.peek()!, corrected });
  const again = async () => {
    if (busy.value) return;
    busy.value = true;
    problem.value = await readCorrected(text);
    busy.value = false;
  };
  return (
    <div class="source-side correct">
      <label class="field-label" for="correct">{t("review.correct-label")}</label>
      <textarea id="correct" value={text} spellcheck={false} onInput={(e) => put(e.currentTarget.value)} />
      <p class="hint">{tidy(t("review.correct-hint"))}</p>
      {problem.value && <p class="refused" role="alert">{tidy(problem.value)}</p>}
      <p class="row">
        <button type="button" class="btn slim" aria-disabled={busy.value} onClick={again}>{t(busy.value ? "review.reading" : "review.read-again")}</button>
        <button type="button" class="btn slim quiet" onClick={() => put(undefined)}>{t("common.cancel")}</button>
      </p>
    </div>
  );
}

/** The note as it came, with line numbers. Lines from which something was read
 * are marked, and lead to it. */
function Lines() {
  const r = review.value!;
  const pane = useRef<HTMLDivElement>(null);
  const read = new Set([...Object.values(r.lines), ...[...r.draft.subObjectives, ...r.draft.organisers, ...r.draft.partners].map((s) => s.line), ...r.draft.items.map((i) => i.line)]);
  const whose = (n: number) => (read.has(n) ? n : read.has(r.also[n]) ? r.also[n] : 0);
  const doubted = new Set(r.warnings.filter((_, i) => !r.settled[i]).map((w) => w.line));
  const line = active.value;
  useEffect(() => {
    const there = pane.current?.querySelector<HTMLElement>(`li[value="${line}"]`);
    if (there) pane.current!.scrollTop = there.offsetTop - pane.current!.clientHeight / 3;
  }, [line]);
  return (
    <div class="source" ref={pane} tabIndex={0} role="region" aria-label={t("review.note")}>
      <ol>
        {linesOf(r.text).map((text, i) => (
          <Line key={i} n={i + 1} text={text} whose={whose(i + 1)} doubted={doubted.has(i + 1)} active={line > 0 && (whose(i + 1) || i + 1) === line} />
        ))}
      </ol>
    </div>
  );
}

/** One line; whose is the line of what it was read into, 0 for nothing. */
function Line({ n, text, whose, doubted, active }: { n: number; text: string; whose: number; doubted: boolean; active: boolean }) {
  const words = tidy(text.replace(/\t/g, "  "));
  return (
    <li value={n} class={`${whose ? "read" : ""} ${doubted ? "doubted" : ""} ${active ? "active" : ""}`}>
      <span class="line-number" aria-hidden="true">{n}</span>
      {whose ? <button type="button" aria-label={t("review.go-to", { line: n, text: words })} onClick={() => goTo(whose)}>{words}</button> : <span>{words}</span>}
    </li>
  );
}
