// Where the reader is: the part after #, such as #texts/r_7. The same anchors
// work in the server's page before any script runs.
import { signal } from "@preact/signals";

export type Tab = "now" | "texts" | "ask" | "me";
const tabs: readonly string[] = ["now", "texts", "ask", "me"];

export interface Route {
  tab: Tab;
  ref: string;
}

function read(): Route {
  const [tab, ref] = location.hash.slice(1).split("/");
  return { tab: (tabs.includes(tab) ? tab : "now") as Tab, ref: ref ?? "" };
}

export const route = signal(read());

/** Goes somewhere; the browser's back button comes back. */
export function go(tab: Tab, ref = "") {
  location.hash = ref ? `${tab}/${ref}` : tab;
}

addEventListener("hashchange", () => {
  route.value = read();
  scrollTo(0, 0);
  document.getElementById("top")?.focus({ preventScroll: true });
});
