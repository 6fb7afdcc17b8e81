import { t } from "../t";
import { langName } from "../when";
import type { Segment } from "../../types";

/** How the languages of a paragraph stand to each other. */
export function LanguageStatus({ segment }: { segment: Segment }) {
  const { status, lang } = segment;
  const revs = Object.entries(segment.wordings).map(([l, w]) => t("common.rev", { lang: langName(l), n: w.rev }));
  return (
    <p class={`langstatus ${status}`}>
      <b>{t(`common.langstatus.${status}`, { lang: langName(lang) })}</b>
      <span class="soft"> · {revs.join(" · ")}</span>
    </p>
  );
}
