import { useSignal } from "@preact/signals";
import { t } from "../lib/t";
import { tidy } from "../lib/text";
import { lineOf, linesOf } from "./lines";
import { showLine } from "./Source";
import { review } from "./state";
import type { Warning } from "./types";

/** Said by the sentence at the foot of the page, which counts anew. */
const elsewhere = ["decision-time"];

/** The doubts about a note, in plain words. Nothing follows from marking one as
 * seen, except that it is out of the way. */
export function Warnings() {
  const all = useSignal(false);
  const r = review.value!;
  const list = r.warnings.map((warning, i) => ({ warning, i })).filter(({ warning }) => !elsewhere.includes(warning.code));
  const open = list.filter(({ i }) => !r.seen.includes(i));
  if (list.length === 0) return <p class="checked">{t("review.no-doubts")}</p>;
  const shown = all.value ? list : open;
  return (
    <section class="warnings" aria-labelledby="warnings-title">
      <div class="spread">
        <h3 id="warnings-title">{open.length > 0 ? t("review.doubts", { n: open.length }) : t("review.doubts-seen")}</h3>
        {open.length < list.length && (
          <button type="button" class="btn slim quiet" aria-pressed={all.value} onClick={() => (all.value = !all.value)}>
            {all.value ? t("review.hide-seen") : t("review.show-seen", { n: list.length - open.length })}
          </button>
        )}
      </div>
      {shown.length > 0 && <ul>{shown.map(({ warning, i }) => <One key={i} warning={warning} n={i} seen={r.seen.includes(i)} lines={linesAbout(warning, r.text)} />)}</ul>}
    </section>
  );
}

function One({ warning, n, seen, lines }: { warning: Warning; n: number; seen: boolean; lines: number[] }) {
  const mark = () => {
    const r = review.peek()!;
    review.value = { ...r, seen: seen ? r.seen.filter((i) => i !== n) : [...r.seen, n] };
  };
  return (
    <li class={seen ? "seen" : ""}>
      <p>{tidy(warning.message)}</p>
      <p class="warning-acts">
        {lines.map((line) => <button type="button" class="link" key={line} onClick={() => showLine(line)}>{t("review.line", { n: line })}</button>)}
        <button type="button" class="link" aria-pressed={seen} aria-label={`${t("review.seen")}: ${warning.message}`} onClick={mark}>{seen && "✓ "}{t("review.seen")}</button>
      </p>
    </li>
  );
}

/** The line that a warning names; for one about the whole note, those where
 * the words stand that it is about. */
function linesAbout(warning: Warning, text: string): number[] {
  if (warning.line) return [warning.line];
  const lines = linesOf(text);
  if (warning.code === "draft") return [lines.findIndex((l) => /draft|ฉบับร่าง|\(ร่าง\)/i.test(l)) + 1].filter(Boolean);
  if (warning.code !== "names-alike") return [];
  return [...new Set([warning.args?.a, warning.args?.b].map((name) => lineOf(lines, name ?? "")))].filter(Boolean);
}
