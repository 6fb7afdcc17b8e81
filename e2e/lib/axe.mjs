// Looking at a page: what axe-core says of it, and whether it fits its window.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds on the page as it is, a line each; empty for nothing. */
export async function violations(page) {
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)}: ${n.failureSummary.replace(/\s+/g, " ")}`));
}

/** What opens and closes bears Sala's own mark, never the browser's. */
export function otherMarks(page) {
  return page.evaluate(() => {
    const own = (s) => getComputedStyle(s).listStyleType === "none" && getComputedStyle(s, "::before").borderRightWidth === "2px";
    return [...document.querySelectorAll("summary")].filter((s) => s.checkVisibility() && !own(s)).map((s) => `a mark of the browser's own: ${s.textContent}`);
  });
}

/** Links and buttons that a thumb would miss: lower than 44 px. A link within a
 * sentence is as high as its line. */
export function lowTargets(page) {
  return page.evaluate(() => {
    const inSentence = (e) => e.matches("p > a") && e.parentElement.textContent.trim() !== e.textContent.trim();
    return [...document.querySelectorAll("a, button, summary")]
      .filter((e) => e.checkVisibility() && !e.closest(".hidden-words") && !inSentence(e))
      .filter((e) => e.getBoundingClientRect().width > 1 && e.getBoundingClientRect().height < 43.5)
      .map((e) => `${e.getBoundingClientRect().height} px high: ${e.textContent}`);
  });
}

/** Says how much wider the page is than its window; empty when it fits. */
export async function overflow(page) {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  return wide > window ? [`${wide} px wide in a window of ${window} px`] : [];
}
