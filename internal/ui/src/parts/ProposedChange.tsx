import { DiffText, langName, t, tidy } from "../lib";
import type { Amendment } from "../types";

/** An amendment as a word diff, with its reason. */
export function ProposedChange({ amendment: a }: { amendment: Amendment }) {
  return (
    <>
      <p class="small soft">{t("staff.amendment-of", { lang: langName(a.lang), n: a.rev })}</p>
      <p lang={a.lang} class="change">{a.text ? <DiffText ops={a.diff} /> : t("staff.erased")}</p>
      {a.reason && <p class="small"><b>{t("staff.reason")}</b> {tidy(a.reason)}</p>}
      {a.movedOn && <p class="small moved">{t("staff.moved-on")}</p>}
    </>
  );
}
