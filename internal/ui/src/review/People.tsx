import { t } from "../lib/t";
import { say } from "../lib/text";
import { Cell, Words } from "./Cell";
import { at, edit, put, takeOut } from "./state";
import type { Person, SubItem } from "./types";

/** Takes element n out of the list at a path, with a way back. */
function removeAt(path: string, n: number, words: string) {
  const rest = at(path).filter((_: unknown, i: number) => i !== n);
  takeOut(words, (d) => d);
  const way = undoKept();
  put(path, rest);
  way();
}
