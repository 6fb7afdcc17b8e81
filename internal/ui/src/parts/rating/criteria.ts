// The criteria of a round: the two of the gate are always asked, and first.
import { t } from "../../lib";
import type { Result } from "../../types";

/** Those that the gate looks at. */
export const gateCriteria = ["feasible", "acceptable"];

/** Those that a round may ask besides: GRADE's Evidence-to-Decision framework
 * (BMC Health Research Policy and Systems 16:45, table 1). */
export const furtherCriteria = ["priority", "effects", "resources", "equity"];

/** "Feasible 7". */
export const rated = (criterion: string, n: number) => `${t(`common.${criterion}`)} ${n}`;

/** How many gave no rating at all where the gate asks for one; a further
 * criterion is left out by many, and that says nothing. */
export const abstained = (result: Result) =>
  Math.max(0, ...result.criteria.filter((c) => gateCriteria.includes(c.criterion)).map((c) => c.abstained));
