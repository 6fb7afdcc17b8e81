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

/** Says how much wider the page is than its window; empty when it fits. */
export async function overflow(page) {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  return wide > window ? [`${wide} px wide in a window of ${window} px`] : [];
}
