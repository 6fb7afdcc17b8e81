// How far the workshop has come towards the number that the organiser set.
import { t } from "../lib/t";
import type { Day } from "../types";

/** The key of the sentence about the goal of a day that has one. */
export function goalKey(day: Day): string {
  if (day.agreed >= day.goal) return "common.goal-reached";
  return day.closed ? "common.goal-missed" : "common.goal-so-far";
}

export const goalText = (day: Day) => t(goalKey(day), { n: day.agreed, goal: day.goal });
