// Thai in large letters has few places where a line may end: there a prefix is
// held to its word too, as in ผู้|เรียน, and a small word to the one that it leans
// on, as in ร่วม|กัน. Not used where people copy text from.
import { tidy } from "../lib";

const JOIN = "\u2060";

/** Prefixes that never end a line. */
const prefixes = /(ผู้|ความ|นัก)(?=[ก-ฮเ-ไ])/g;

/** Words that never begin a line. */
const leaning = new Set(["กัน", "แล้ว", "ไว้", "ด้วย", "เอง", "นี้", "นั้น", "เลย", "อีก", "ก็", "ละ"]);

interface Words {
  segment(text: string): Iterable<{ segment: string; index: number }>;
}

/** Finds words as the browser does when it looks for the end of a line. */
const words: Words | undefined = "Segmenter" in Intl ? new (Intl as any).Segmenter("th", { granularity: "word" }) : undefined;

function lean(text: string): string {
  if (!words) return text;
  const joined = (word: string, at: number) => leaning.has(word) && /[ก-๎]/.test(text.charAt(at - 1));
  return Array.from(words.segment(text), ({ segment, index }) => (joined(segment, index) ? JOIN + segment : segment)).join("");
}

/** A text for the projector. */
export function large(text: string): string {
  return tidy(lean(text)).replace(prefixes, `$1${JOIN}`);
}
