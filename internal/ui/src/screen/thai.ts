// Thai in large letters: browsers break compounds that a reader takes as one
// word, such as ข้าม|ชาติ or ผู้|ประสานงาน. A word joiner holds them together. Not
// used where people copy text from.
import { tidy } from "../lib";

const JOIN = "\u2060";

/** Prefixes that never end a line. */
const prefixes = /(ผู้|ความ|นัก)(?=[ก-ฮเ-ไ])/g;

/** Compounds of this field, with | where browsers break them. */
const compounds = [
  "ข้าม|ชาติ", "ราย|ชื่อ", "ปฏิบัติ|การ", "สมุทร|สาคร", "ศูนย์|การ|เรียน", "สถาน|ศึกษา", "การ|ศึกษา", "ภาค|เรียน", "วัน|ทำการ",
  "กลุ่ม|ย่อย", "ข้อ|เสนอ|แนะ", "เจ้า|หน้าที่", "แรง|งาน", "นาย|จ้าง", "งบ|ประมาณ", "พหุ|วัฒนธรรม",
].map((word) => [word.replace(/\|/g, ""), word.replace(/\|/g, JOIN)]);

/** A text for the projector. */
export function large(text: string): string {
  const joined = compounds.reduce((all, [plain, held]) => all.split(plain).join(held), text);
  return tidy(joined.replace(prefixes, `$1${JOIN}`));
}
