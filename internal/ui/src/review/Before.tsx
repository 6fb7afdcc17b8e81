import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { create, sending } from "./send";
import { review } from "./state";
import { doubts } from "./Warnings";

/** Whether the organiser is asked for the last time. */
export const asking = signal(false);

/** What will be made, and which doubts stay as they are: nothing was made so far. */
export function Before() {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const { draft } = review.value!;
  const kept = doubts().filter((d) => d.settled === "kept");
  const open = doubts().filter((d) => !d.settled).length;
  const make = () => {
    asking.value = false;
    void create();
  };
  return (
    <div class="before" ref={panel} tabIndex={-1} role="group" aria-labelledby="before-title" onKeyDown={(e) => e.key === "Escape" && (asking.value = false)}>
      <h2 id="before-title">{t("review.before")}</h2>
      <p>{tidy(t("review.before-what", { title: say(draft.title), items: draft.items.length, n: draft.recommendations.length }))}</p>
      {kept.length > 0 && (
        <>
          <p><b>{t("review.before-kept", { n: kept.length })}</b></p>
          <ul>{kept.map(({ warning, i }) => <li key={i}>{tidy(say(warning.messages))}</li>)}</ul>
        </>
      )}
      {open > 0 && <p class="open-doubts">{tidy(t("review.before-open", { n: open }))}</p>}
      <p class="row">
        <button type="button" class="btn primary" aria-disabled={sending.value} onClick={make}>{t("review.create-now")}</button>
        <button type="button" class="btn quiet" onClick={() => (asking.value = false)}>{t("review.look-again")}</button>
      </p>
    </div>
  );
}
