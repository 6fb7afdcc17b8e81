import { t, tidy, topic } from "../../lib";
import type { Objection, Recommendation } from "../../types";
import { Count } from "../Count";
import { Do } from "../Do";
import { openObjections } from "../recommendation";

/** Reasoned harms: the text now meets them, or the record carries them. */
export function Objections({ r }: { r: Recommendation }) {
  const open = openObjections(r);
  const settled = r.objections.filter((o) => o.status !== "open");
  if (r.objections.length === 0) return null;
  return (
    <section class="part">
      <h3>{t("chair.objections")} <Count n={open.length} /></h3>
      {open.map((o) => (
        <div class="card objection" key={o.id}>
          <Words o={o} />
          {!topic("day").value.closed && (
            <p class="row">
              <Do name="objection.settle" fields={{ objection: o.id, as: "integrated" }}>{t("chair.integrated")}</Do>
              <Do name="objection.settle" fields={{ objection: o.id, as: "dissent" }}>{t("chair.carry-dissent")}</Do>
            </p>
          )}
        </div>
      ))}
      {settled.length > 0 && (
        <details>
          <summary>{t("chair.settled", { n: settled.length })}</summary>
          {settled.map((o) => (
            <div class="settled" key={o.id}>
              <p><b>{t(`chair.objection.${o.status}`)}</b></p>
              <Words o={o} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

function Words({ o }: { o: Objection }) {
  return (
    <>
      <p>{o.reason ? tidy(o.reason) : t("staff.erased")}</p>
      {o.remedy && <p class="small"><b>{t("chair.remedy")}</b> {tidy(o.remedy)}</p>}
    </>
  );
}
