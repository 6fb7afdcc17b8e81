import type { ComponentChildren } from "preact";
import { t, tidy } from "../../lib";
import type { Reason } from "../../types";

interface Props {
  reasons: Reason[];
  beside?: (r: Reason) => ComponentChildren; // what is drawn beside each
  folded?: boolean; // opened by hand, however few they are
}

/** What people wrote beside their ratings; nobody's in particular. */
export function Reasons({ reasons, beside, folded }: Props) {
  if (reasons.length === 0) return null;
  return (
    <details class="reasons" open={!folded && reasons.length <= 5}>
      <summary>{t("rating.reasons", { n: reasons.length })}</summary>
      <p class="small soft">{t("rating.reasons-whose")}</p>
      <ul>{reasons.map((r) => <li key={r.ref} class="said">{tidy(r.text)} {beside?.(r)}</li>)}</ul>
    </details>
  );
}
