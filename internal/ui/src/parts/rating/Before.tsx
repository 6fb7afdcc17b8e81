import { Picture, page, t, url } from "../../lib";
import type { Before as Earlier, Criterion, Result } from "../../types";
import { groupName, middle } from "./Numbers";
import { Unfold } from "./Unfold";

interface Props {
  result: Result;
  phone?: boolean;
  drawn?: (box: HTMLElement) => void; // for the picture of both rounds
}

/** The room's medians in the round before, beside those of this one; and both
 * rounds by role group, as a picture and in figures. */
export function Before({ result, phone, drawn }: Props) {
  const { before } = result;
  if (!before) return null;
  const src = `/result/${result.round}/${result.recommendation}.${page.lang}.svg?rounds${phone ? "&tall" : ""}`;
  const both = { before: before.number, n: result.number };
  return (
    <>
      <table class="small before">
        <caption>{t("rating.before")}</caption>
        <Head before={before.number} now={result.number} />
        <tbody>
          {result.criteria.map((c, i) => <Moved key={c.criterion} name={t(`common.${c.criterion}`)} was={middle(before.rows[i])} is={middle(c.rows[0])} />)}
        </tbody>
      </table>
      <Unfold label={t("rating.both", both)}>
        {() => (
          <>
            <Picture src={url(src)} alt={t("rating.both", both)} drawn={drawn} />
            <p class="small soft">{t("rating.both-read", both)}</p>
            {result.criteria.map((c, i) => <Groups key={c.criterion} c={c} before={before} i={i} now={result.number} />)}
          </>
        )}
      </Unfold>
    </>
  );
}

/** The rows that hold the same people's groups in both rounds. */
function Groups({ c, before, i, now }: { c: Criterion; before: Earlier; i: number; now: number }) {
  const figures = (r: { n: number; median: number } | undefined) => (r?.n ? t("rating.median-of", { median: r.median, n: r.n }) : "–");
  return (
    <table class="small numbers">
      <caption>{t(`common.${c.criterion}`)}</caption>
      <Head before={before.number} now={now} />
      <tbody>
        <Moved name={groupName("room")} was={figures(before.rows[i])} is={figures(c.rows[0])} />
        {before.groups[i].map((was) => <Moved key={was.group} name={groupName(was.group)} was={figures(was)} is={figures(c.rows.find((r) => r.group === was.group))} />)}
      </tbody>
    </table>
  );
}

function Head({ before, now }: { before: number; now: number }) {
  return (
    <thead>
      <tr>
        <td />
        <th scope="col" class="num">{t("rating.round", { n: before })}</th>
        <th scope="col" class="num">{t("rating.round", { n: now })}</th>
      </tr>
    </thead>
  );
}

function Moved({ name, was, is }: { name: string; was: string; is: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="num">{was}</td>
      <td class="num">{is}</td>
    </tr>
  );
}
