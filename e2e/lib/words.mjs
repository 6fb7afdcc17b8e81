// The words of the pages, so that a story says what a person reads without
// copying every sentence: words("th")("phone.rate.send").
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./server.mjs";

/** The messages of a language; a key that is not there fails the story. */
export function words(lang) {
  const folder = join(root, "internal", "locale", lang);
  const all = Object.assign({}, ...readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), "utf8"))));
  return (key, args = {}) => {
    if (!(key in all)) throw new Error(`there is no message ${key} in ${lang}`);
    return all[key].replace(/\{(\w+)\}/g, (hole, name) => String(args[name] ?? hole));
  };
}
