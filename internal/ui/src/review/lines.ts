// Where in the note something stands.

/** The lines of a note, counted as the server counts them. */
export const linesOf = (text: string) => text.split(/\r\n|[\n\r\f\v\u2028\u2029]/);

const plain = (text: string) => text.replace(/[*_`#>\\]/g, "").replace(/\s+/g, " ").trim().toLowerCase();

/** The first line that holds a text or its beginning, counted from 1; 0 where
 * none does. Markdown marks and spaces do not matter. */
export function lineOf(lines: string[], text: string, after = 0): number {
  const wanted = plain(text).slice(0, 40);
  if (!wanted) return 0;
  return lines.findIndex((line, i) => i >= after && plain(line).includes(wanted)) + 1;
}
