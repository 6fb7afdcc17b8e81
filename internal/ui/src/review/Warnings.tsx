import { useSignal } from "@preact/signals";
import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { lookAt } from "./Cell";
import { lineOf, linesOf } from "./lines";
import { showLine } from "./Source";
import { shortenedPaths } from "./shortened";
import { type Settled, review } from "./state";
import type { Warning } from "./types";

/** Said by the sentence at the foot of the page and by the check beside the
 * programme, which count anew. */
const elsewhere = ["decision-time", "no-decision-item", "short-qa", "long-stretch"];

interface Doubt {
  warning: Warning;
  i: number; // its place in the list
  settled?: Settled;
}

/** The doubts about the note that a person has to look at. */
export function doubts(): Doubt[] {
  const r = review.value!;
  return r.warnings.map((warning, i) => ({ warning, i, settled: r.settled[i] })).filter(({ warning }) => !elsewhere.includes(warning.code));
}

/** The doubts about a note, in plain words: each is put right or kept as it is.
 * What is kept is said again before the workshop is made. */
export function Warnings() {
  const all = useSignal(false);
  const list = doubts();
  const open = list.filter((d) => !d.settled);
  if (list.length === 0) return <p class="checked">{t("review.no-doubts")}</p>;
  const shown = all.value ? list : open;
  return (
    <section class="warnings" aria-labelledby="warnings-title">
      <div class="spread">
        <h3 id="warnings-title">{open.length > 0 ? t("review.doubts", { n: open.length }) : t("review.doubts-settled")}</h3>
        {open.length < list.length && (
          <button type="button" class="btn slim quiet" aria-pressed={all.value} onClick={() => (all.value = !all.value)}>
            {all.value ? t("review.hide-settled") : t("review.show-settled", { n: list.length - open.length })}
          </button>
        )}
      </div>
      {shown.length > 0 && <ul>{shown.map((d) => <One key={d.i} doubt={d} />)}</ul>}
    </section>
  );
}

function One({ doubt: { warning, i, settled } }: { doubt: Doubt }) {
  const message = say(warning.messages);
  const cut = warning.code === "shortened" ? shortenedPaths() : [];
  const settle = (as: Settled) => {
    const r = review.peek()!;
    const { [i]: before, ...rest } = r.settled;
    review.value = { ...r, settled: before === as ? rest : { ...rest, [i]: as } };
  };
  const mark = (as: Settled) => (
    <button type="button" class="link" aria-pressed={settled === as} aria-label={`${t(`review.${as}`)}: ${message}`} onClick={() => settle(as)}>
      {settled === as && "✓ "}{t(`review.${as}`)}
    </button>
  );
  return (
    <li class={settled ? "settled" : ""}>
      <p>{tidy(message)}</p>
      <p class="warning-acts">
        {linesAbout(warning, review.value!.text).map((line) => <button type="button" class="link" key={line} onClick={() => showLine(line)}>{t("review.line", { n: line })}</button>)}
        {cut.map((path, n) => <button type="button" class="link" key={path} onClick={() => lookAt(path)}>{cut.length > 1 ? t("review.to-field-n", { n: n + 1 }) : t("review.to-field")}</button>)}
        {mark("resolved")}
        {mark("kept")}
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
