// What a row of the action plan still misses, in the words of promise 2.
import { t, topic } from "../lib";
import type { Action, Recommendation } from "../types";
import { isAgreed } from "./recommendation";

/** What is missing for a row to be complete, each in a few words. */
export function missingIn(a: Action): string[] {
  const missing: string[] = [];
  if (!a.lead) missing.push(t("staff.no-owner"));
  if (!a.firstStep) missing.push(t("staff.no-first-step"));
  if (!a.firstStepBy) missing.push(t("staff.no-first-step-date"));
  if (!a.due) missing.push(t("staff.no-due"));
  if (missing.length === 0 && !a.complete) missing.push(t("staff.first-step-late"));
  return missing;
}

/** The agreed recommendations that nobody has taken on. */
export function withoutAction(): Recommendation[] {
  const taken = new Set(topic("groups").value.actions.filter((a) => a.complete).map((a) => a.recommendation));
  return topic("texts").value.recommendations.filter((r) => isAgreed(r) && !taken.has(r.id));
}

/** The last day for a first step: 30 days after the workshop's day. */
export function lastFirstStep(): string {
  const { items, now } = topic("day").value;
  const day = items.find((i) => i.id === now)?.date ?? items[0]?.date;
  const last = new Date(`${day}T12:00:00Z`);
  if (isNaN(last.getTime())) return "";
  last.setUTCDate(last.getUTCDate() + 30);
  return last.toISOString().slice(0, 10);
}
