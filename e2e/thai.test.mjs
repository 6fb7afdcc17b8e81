// Thai has no spaces between words: browsers look up where a line may end, and
// the pages hold together what a reader takes as one word.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/server.mjs";
import { story } from "./lib/story.mjs";

story("no compound of the field is broken at the end of a line", async (s) => {
  const source = readFileSync(join(root, "internal", "ui", "src", "lib", "text.ts"), "utf8");
  const held = source.match(/"[ก-๙|]+\|[ก-๙]+"/g).map((word) => word.slice(1, -1).replaceAll("|", "\u2060"));
  assert.ok(held.length > 10, "the list is found");
  const reader = await s.person("phone", "th");
  await reader.page.setContent('<html lang="th"><body><p id="narrow" style="width: 1px; line-height: 20px; margin: 0"></p>');
  assert.deepEqual(await reader.page.evaluate(broken, held), []);
});

/** Runs in the page: which of the words take more than one line where each
 * line is as short as it can be. */
function broken(words) {
  const p = document.getElementById("narrow");
  return words.filter((word) => {
    p.textContent = word;
    return p.getBoundingClientRect().height > 20;
  });
}
