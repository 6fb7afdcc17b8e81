import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { idOf } from "./Cell";
import { apply, checked, stale } from "./check";
import { langs, review } from "./state";
import { minuteOf } from "./times";
import type { Finding, Item, Moved } from "./types";

/** What the programme check says, and a click that does it. */
export function Findings() {
  const found = checked.value?.findings;
  if (!found || review.value!.draft.items.length === 0) return null;
  if (found.length === 0) return <p class="checked plan-fine">{t("review.plan-fine")}</p>;
  return (
    <section class="findings" aria-labelledby="findings-title" aria-busy={stale()}>
      <h4 id="findings-title">{t("review.plan", { n: found.length })}</h4>
      <ul>{found.map((f) => <One key={`${f.code} ${f.date} ${f.items.join()}`} f={f} />)}</ul>
    </section>
  );
}

/** More items than these are not listed. */
const MANY = 4;

function One({ f }: { f: Finding }) {
  const items = checked.value!.items;
  const about = f.items.length <= MANY ? f.items.map((i) => items[i]).filter(Boolean) : [];
  return (
    <li>
      <p>{tidy(f.message)}</p>
      {about.length > 0 && (
        <p class="about">{about.map((item) => <button type="button" class="link" key={item.key} onClick={() => goTo(item.key)}>{item.start} {tidy(say(item.title))}</button>)}</p>
      )}
      {f.proposal && (
        <p class="proposal">
          <button type="button" class="btn slim" aria-disabled={stale()} aria-label={t("review.plan-apply-named", { what: f.message })} onClick={() => apply(f)}>{t("review.plan-apply")}</button>
          <span class="small">{tidy(t("review.plan-changes", { list: changes(f.proposal, items).join(" · ") }))}</span>
        </p>
      )}
    </li>
  );
}

/** What a proposal makes longer, shorter or new. */
function changes(proposal: Moved[], items: Item[]): string[] {
  return proposal.flatMap((m) => {
    const now = minuteOf(m.end) - minuteOf(m.start);
    if (m.of < 0) return [t("review.plan-new", { what: say(m.title ?? {}), start: m.start, n: now })];
    const item = items[m.of];
    const once = minuteOf(item.end) - minuteOf(item.start);
    if (isNaN(once)) return isNaN(now) ? [] : [t("review.plan-ends", { what: say(item.title) || item.start, end: m.end })];
    return once === now ? [] : [t("review.plan-length", { what: say(item.title) || item.start, once, n: now })];
  });
}

function goTo(key: string) {
  const i = review.peek()!.draft.items.findIndex((item) => item.key === key);
  const field = document.getElementById(idOf(`items.${i}.title.${langs.peek()[0]}`));
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}
