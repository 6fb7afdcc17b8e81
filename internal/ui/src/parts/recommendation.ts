import { page, saidIn, t, topic } from "../lib";
import type { Recommendation } from "../types";

/** A recommendation's first words in the reader's language, for lists. */
export function firstWords(r: Recommendation): { lang: string; text: string } {
  const texts: Record<string, string> = {};
  for (const [lang, w] of Object.entries(r.segments[0]?.wordings ?? {})) texts[lang] = w.text;
  const lang = saidIn(texts, page.lang);
  return { lang, text: texts[lang] ?? "" };
}

/** "Recommendation 3". */
export const nameOf = (r: Recommendation) => t("common.recommendation", { n: r.number });

/** Nothing more is to be done on the text. */
export const isFinal = (r: Recommendation) => isAgreed(r) || r.decision?.outcome === "rejected";

export const isAgreed = (r: Recommendation) => r.decision?.outcome === "agreed" || r.decision?.outcome === "agreed-with-dissent";

/** Amendments that wait for the chair. */
export const proposed = (r: Recommendation) => r.amendments.filter((a) => a.status === "proposed");

/** Objections that nobody settled. */
export const openObjections = (r: Recommendation) => r.objections.filter((o) => o.status === "open");

/** The languages that every text must have, the reader's own first. */
export function languages(): string[] {
  const all = topic("day").value.languages;
  return [...all].sort((a, b) => Number(b === page.lang) - Number(a === page.lang));
}

/** Whether an open round rates it: its text stays as it is until the close. */
export function beingRated(r: Recommendation): boolean {
  return r.state === "rating";
}
