import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { Refusal, idOf } from "./Cell";
import { put, review } from "./state";
import type { Goal as GoalData } from "./types";

/** Shares that can be chosen; a note may give another one. */
const usual = ["1/1", "2/3", ">1/2", "1/2"];

/** The expected output as a number that the day is held against. */
export function Goal() {
  const { goal, roleGroups, acceptingParty, recommendations } = review.value!.draft;
  const party = say(roleGroups.find((g) => g.id === acceptingParty)?.name ?? {}) || t("review.accepting-party");
  const texts = recommendations.length;
  const label = t("review.goal", { party });
  const chosen = !goal ? "" : goal.share || "number";
  const choose = (value: string) => {
    put("goal", value === "" ? undefined : value === "number" ? { agreed: needed(goal, texts) || Math.max(1, texts), of: texts } : { share: value });
    if (value) settleDoubts();
  };
  return (
    <div class="goal">
      <label for={idOf("goal")}>{tidy(label)}</label>
      <div class="row">
        <select id={idOf("goal")} value={chosen} onChange={(e) => choose(e.currentTarget.value)}>
          <option value="">{t("review.goal-none")}</option>
          <option value="number">{t("review.goal-number")}</option>
          {[...new Set([...usual, ...(goal?.share ? [goal.share] : [])])].map((s) => <option key={s} value={s}>{shareName(s)}</option>)}
        </select>
        {chosen === "number" && <Numbers goal={goal!} />}
      </div>
      <Refusal path="goal" />
      <p class="hint">{tidy(hint(goal, texts))}</p>
    </div>
  );
}

/** A goal that was chosen answers the doubts about it. */
function settleDoubts() {
  const r = review.peek()!;
  const settled = { ...r.settled };
  r.warnings.forEach((w, i) => w.code.startsWith("goal-") && (settled[i] ??= "resolved"));
  review.value = { ...r, settled };
}

function Numbers({ goal }: { goal: GoalData }) {
  const number = (typed: string) => Math.min(999, Math.max(0, Math.floor(Number(typed)) || 0));
  return (
    <>
      <span>{t("review.goal-at-least")}</span>
      <input type="number" aria-label={t("review.goal-needed")} min={1} max={999} value={goal.agreed || ""} onInput={(e) => put("goal", { ...goal, agreed: number(e.currentTarget.value) })} />
      <span>{t("review.goal-of")}</span>
      <input type="number" aria-label={t("review.goal-total")} min={goal.agreed || 1} max={999} value={goal.of || ""} onInput={(e) => put("goal", { ...goal, of: number(e.currentTarget.value) })} />
      <span>{t("review.goal-unit")}</span>
    </>
  );
}

/** A share in words: those that have a name, else in per cent or as it is. */
export function shareName(share: string): string {
  if (usual.includes(share)) return t(`review.goal-share.${share.replace("/", "-").replace(">", "over-")}`);
  const [num, den] = share.replace(">", "").split("/").map(Number);
  const part = Number.isInteger((100 * num) / den) ? `${(100 * num) / den} %` : `${num}/${den}`;
  return tidy(t(share.startsWith(">") ? "review.goal-over" : "review.goal-least", { part }));
}

/** How many a goal asks for among so many texts; 0 when that is open. */
function needed(goal: GoalData | undefined, texts: number): number {
  if (!goal?.share) return goal?.agreed ?? 0;
  const [num, den] = goal.share.replace(">", "").split("/").map(Number);
  if (texts === 0) return 0;
  return goal.share.startsWith(">") ? Math.floor((texts * num) / den) + 1 : Math.ceil((texts * num) / den);
}

/** What the goal comes to with the texts on this page. */
function hint(goal: GoalData | undefined, texts: number): string {
  if (!goal) return t("review.goal-hint");
  if (goal.of && texts && goal.of !== texts) return t("review.goal-differs", { of: goal.of, n: texts });
  if (goal.share && texts) return t("review.goal-comes-to", { n: needed(goal, texts), of: texts });
  return t("review.goal-checked");
}
