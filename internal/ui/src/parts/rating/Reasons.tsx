import { t, tidy } from "../../lib";

/** What people wrote beside their ratings; nobody's in particular. */
export function Reasons({ reasons }: { reasons: string[] }) {
  if (reasons.length === 0) return null;
  return (
    <details class="reasons" open={reasons.length <= 5}>
      <summary>{t("rating.reasons", { n: reasons.length })}</summary>
      <p class="small soft">{t("rating.reasons-whose")}</p>
      <ul>{reasons.map((text, i) => <li key={i} class="said">{tidy(text)}</li>)}</ul>
    </details>
  );
}
