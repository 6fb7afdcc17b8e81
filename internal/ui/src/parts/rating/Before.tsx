import { t } from "../../lib";
import type { Result } from "../../types";
import { middle } from "./Numbers";

/** The room's medians in the round before, beside those of this one. */
export function Before({ result }: { result: Result }) {
  const { before } = result;
  if (!before) return null;
  return (
    <table class="small before">
      <caption>{t("rating.before")}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" class="num">{t("rating.round", { n: before.number })}</th>
          <th scope="col" class="num">{t("rating.round", { n: result.number })}</th>
        </tr>
      </thead>
      <tbody>
        {result.criteria.map((c, i) => (
          <tr key={c.criterion}>
            <th scope="row">{t(`common.${c.criterion}`)}</th>
            <td class="num">{middle(before.rows[i])}</td>
            <td class="num">{middle(c.rows[0])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
