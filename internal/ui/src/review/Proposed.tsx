import { has, t } from "../lib/t";
import { tidy } from "../lib/text";
import { langName } from "./languages";
import { Remove } from "./People";
import { leaveOut, propose, shift, takeOver } from "./propose";
import { showLine } from "./Source";
import { review } from "./state";
import type { Proposal } from "./types";

/** Recommendations that were found in a document: nothing of them is in the
 * draft until they are taken over. */
export function Proposed() {
  const p = review.value!.proposals;
  if (!p) return null;
  const doubtful = p.pairs.filter((pair) => pair.doubtful).length;
  return (
    <section class="proposed card" aria-labelledby="proposed-title">
      <h4 id="proposed-title">{tidy(p.from ? t("review.proposed-from", { name: p.from, n: p.pairs.length }) : t("review.proposed", { n: p.pairs.length }))}</h4>
      {p.langs.length > 1 && <p class="small">{tidy(doubtful > 0 ? t("review.proposed-doubtful", { n: doubtful }) : t("review.proposed-paired"))}</p>}
      <table class={p.langs.length > 1 ? "pairs" : ""}>
        <thead>
          <tr>
            <th scope="col">{t("review.number")}</th>
            {p.langs.map((lang, s) => <th scope="col" key={s}>{langName(lang)}</th>)}
            <td><span class="hidden-words">{t("review.details")}</span></td>
          </tr>
        </thead>
        <tbody>{p.pairs.map((pair, i) => <Row key={i} pair={pair} i={i} langs={p.langs} fromNote={!p.from} />)}</tbody>
      </table>
      <p class="row">
        <button type="button" class="btn slim" onClick={takeOver}>{t("review.paste-add", { n: p.pairs.length })}</button>
        <button type="button" class="btn slim quiet" onClick={() => propose()}>{t("review.proposed-leave")}</button>
      </p>
    </section>
  );
}

function Row({ pair, i, langs, fromNote }: { pair: Proposal; i: number; langs: string[]; fromNote: boolean }) {
  const what = t("common.recommendation", { n: i + 1 });
  return (
    <tr class={pair.doubtful ? "doubtful" : ""}>
      <th scope="row">{pair.no || i + 1}{fromNote && pair.line > 0 && <button type="button" class="link" onClick={() => showLine(pair.line)}>{t("review.line", { n: pair.line })}</button>}</th>
      {pair.sides.map((side, s) => (
        <td key={s} lang={langs[s]} class={side.length > 0 ? "" : "missing"}>
          {side.length > 0 ? side.map((text, n) => <p key={n}>{tidy(text)}</p>) : "—"}
          {s === 1 && pair.reasons.length > 0 && <p class="why">{pair.reasons.map(reason).join(" · ")}</p>}
        </td>
      ))}
      <td class="pair-acts">
        {pair.sides.length > 1 && (
          <>
            <button type="button" class="icon" disabled={i === 0 || pair.sides[1].length === 0} aria-label={t("review.shift-up", { what, lang: langName(langs[1]) })} onClick={() => shift(i, -1)}><span aria-hidden="true">↑</span></button>
            <button type="button" class="icon" disabled={pair.sides[1].length === 0} aria-label={t("review.shift-down", { what, lang: langName(langs[1]) })} onClick={() => shift(i, 1)}><span aria-hidden="true">↓</span></button>
          </>
        )}
        <Remove what={what} act={() => leaveOut(i)} />
      </td>
    </tr>
  );
}

const reason = (code: string) => (has(`review.pair.${code}`) ? t(`review.pair.${code}`) : code);
