// Dates and times as the reader writes them: 14.30 น. or 14:30.
import { page } from "./page";
import { t } from "./t";

/** "14:30" as the language writes it. */
export function timeText(clock: string): string {
  if (!clock) return "";
  const [h, m] = clock.split(":");
  return t("common.time", { h, m });
}

/** A span; an open end says from when. */
export function spanText(start: string, end: string): string {
  if (!end) return timeText(start);
  const [h, m] = start.split(":");
  return t("common.span", { start: t("common.time-short", { h, m }), end: timeText(end) });
}

/** "2014-09-23" in words; the Thai year is that of the Buddhist era. */
export function dateText(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  if (!date || isNaN(day.getTime())) return date;
  const locale = page.lang === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(day);
}

/** The name of a language in the language of the page. */
export const langName = (lang: string) => t(`common.language.${lang}`);
