// A pasted list cut into its texts.

const mark = /^\s*(?:\(?[\d๐-๙]{1,3}[.)]\)?|\([\d๐-๙]{1,3}\)|ข้อ(?:ที่)?\s*[\d๐-๙]{1,3}[.):]?|[-•*▪–])\s*(?=\S)/;

/** One text a line; or, when the list is numbered or has bullets, one text a
 * mark, with the lines below it joined on. The marks are left out. */
export function splitList(pasted: string): string[] {
  const lines = pasted.split(/\r\n?|\n|\u2028|\u2029/).map((l) => l.trim()).filter(Boolean);
  const marked = lines.length > 0 && mark.test(lines[0]);
  const texts: string[] = [];
  for (const line of lines) {
    if (marked && !mark.test(line)) texts[texts.length - 1] += " " + line;
    else texts.push(marked ? line.replace(mark, "") : line);
  }
  return texts;
}
