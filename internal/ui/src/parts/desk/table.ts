// A list of people as a table: which column is what, and what is never taken.

/** What a column can be. There is nothing else to choose: no number of an
 * identity card or passport, no telephone, no address. */
export const fields = ["name", "alias", "affiliation", "roleGroup", "lang"] as const;
export type Field = (typeof fields)[number];

const headings: Record<Field, RegExp> = {
  name: /^(full ?)?name|^participant|ชื่อ(?!เล่น)|nama|họ|nombre|nom\b/i,
  alias: /alias|nick|ชื่อเล่น|นามแฝง|ชื่อที่ใช้/i,
  affiliation: /affil|organi[sz]|institut|agency|office|company|school|หน่วยงาน|สังกัด|องค์กร|instansi|đơn vị|institución/i,
  roleGroup: /role|group|stakeholder|sector|กลุ่ม|ภาคส่วน|ประเภท|บทบาท/i,
  lang: /lang|ภาษา|bahasa|ngôn ngữ|idioma|langue/i,
};

const privateHeading = /phone|mobile|\btel\b|e-?mail|passport|\bid\b|id ?(card|no|number)|citizen|national|birth|line id|whatsapp|โทร|มือถือ|อีเมล|เลขประจำตัว|เลขบัตร|บัตรประชาชน|หนังสือเดินทาง|พาสปอร์ต|วันเกิด|สัญชาติ|เลขที่/i;
const privateValue = /@|^[+(]?[\d๐-๙][\d๐-๙ ()./-]{7,}$|^[A-Z]{1,2}\d{6,9}$/i;

/** Whether a column holds what Sala does not keep, by its heading or by what
 * stands in most of its cells. Such a column is neither shown nor taken. */
export function isPrivate(heading: string, cells: string[]): boolean {
  const filled = cells.filter(Boolean);
  return privateHeading.test(heading) || filled.filter((c) => privateValue.test(c)).length * 2 > filled.length;
}

/** What each column seems to be, each field once. */
export function guess(head: string[], open: (column: number) => boolean): (Field | "")[] {
  const taken = new Set<Field>();
  return head.map((heading, i) => {
    const field = open(i) ? [...fields].reverse().find((f) => !taken.has(f) && headings[f].test(heading.trim())) : undefined;
    if (field) taken.add(field);
    return field ?? "";
  });
}

/** Whether the first row looks like headings: one of its cells is one. */
export const hasHead = (row: string[]) => row.some((cell) => Object.values(headings).some((h) => h.test(cell.trim())) || privateHeading.test(cell));

const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLocaleLowerCase();

/** The role group that a cell names: by its id or its name in any language. */
export function groupOf(cell: string, groups: { id: string; name: Record<string, string> }[]): string {
  const wanted = plain(cell);
  const is = (name: string) => plain(name) === wanted || plain(name).replace(/s$/, "") === wanted.replace(/s$/, "");
  return wanted ? (groups.find((g) => is(g.id) || Object.values(g.name).some(is))?.id ?? "") : "";
}

/** The language that a cell names. */
export function langOf(cell: string, languages: string[], nameOf: (lang: string) => string): string {
  const wanted = plain(cell);
  const names: Record<string, string[]> = { th: ["thai", "ไทย", "ภาษาไทย"], en: ["english", "eng", "อังกฤษ", "ภาษาอังกฤษ"] };
  return wanted ? (languages.find((l) => l === wanted || plain(nameOf(l)) === wanted || names[l]?.includes(wanted)) ?? "") : "";
}

/** The different words of a column, the most frequent first. */
export function different(cells: string[]): string[] {
  const count = new Map<string, number>();
  for (const cell of cells) count.set(cell, (count.get(cell) ?? 0) + 1);
  return [...count.keys()].sort((a, b) => count.get(b)! - count.get(a)!);
}
