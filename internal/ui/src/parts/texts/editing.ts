// The edit of one wording: a paragraph in one language.
import { onReopen, topic } from "../../lib";
import type { Recommendation, Segment } from "../../types";
import * as edit from "../edit";
import { goTo } from "../place";

export const names = ["text", "reason", "minor"] as const;

/** The name of the edit. */
export const editOf = (segment: string, lang: string) => `wording|${segment}|${lang}`;

/** Begins an edit on the wording that stands, or on another text. */
export function beginEdit(segment: Segment, lang: string, text?: string) {
  const name = editOf(segment.id, lang);
  if (text !== undefined) edit.set(name, "text", text);
  edit.begin(name, segment.wordings[lang]?.rev ?? 0);
}

/** The recommendation that a paragraph belongs to. */
export const recommendationOf = (segment: string): Recommendation | undefined =>
  topic("texts").value.recommendations.find((r) => r.segments.some((s) => s.id === segment));

/** Puts an edit that came back into its field again. */
export function reopenEdits() {
  onReopen("wording.edit", ({ segment, lang, rev, text, reason = "", minor = false }) => {
    const name = editOf(segment, lang);
    edit.set(name, "text", text);
    edit.set(name, "reason", reason);
    edit.set(name, "minor", minor ? "yes" : "");
    edit.begin(name, rev);
    const r = recommendationOf(segment);
    if (r) goTo(r.id);
  });
}
