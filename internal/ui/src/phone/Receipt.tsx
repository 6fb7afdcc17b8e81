import { type Mine, t, tidy, url } from "../lib";
import { rated } from "../parts/rating/criteria";
import type { Result } from "../types";
import { type Checked, check, useReceipts } from "./receipts";

/** Whether one's ratings were counted: this browser fetches the list of all
 * codes and looks for its own, so that nobody learns which are its own. */
export function Receipt({ result, kept }: { result: Result; kept: Mine }) {
  const { list, again } = useReceipts(result.round);
  if (list === "looking") return <p class="small soft" role="status">{t("phone.receipt.looking")}</p>;
  if (list === "failed") {
    return (
      <div role="status">
        <p class="small">{t("phone.receipt.failed")}</p>
        <button class="btn slim" onClick={again}>{t("phone.receipt.again")}</button>
      </div>
    );
  }
  const checked = check(list, result, kept);
  const found = checked.filter((c) => c.counted === c.given);
  return (
    <div class="receipt" role="status">
      {found.length > 0 && <p class="small held">{t("phone.receipt.found", { list: found.map((c) => rated(c.criterion, c.given)).join(" · ") })}</p>}
      {checked.filter((c) => c.counted !== c.given).map((c) => <Wrong key={c.criterion} c={c} />)}
      <p class="small"><a href={url(`/receipts/${result.round}`)}>{t("phone.receipt.list")}</a></p>
    </div>
  );
}

function Wrong({ c }: { c: Checked }) {
  const what = rated(c.criterion, c.given);
  return (
    <div class="card warn small">
      {c.counted === undefined ? (
        <>
          <p><b>{t("phone.receipt.missing", { what })}</b></p>
          <p>{tidy(t("phone.receipt.why-missing", { code: c.code }))}</p>
        </>
      ) : (
        <p><b>{t("phone.receipt.other", { what, n: c.counted, code: c.code })}</b></p>
      )}
    </div>
  );
}
