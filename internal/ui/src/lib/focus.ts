// Focus for those who work without a pointer: when what they pressed goes away,
// as a button does that opens a form and a form that is sent, focus goes to what
// came in its place instead of being lost.
const reachable = "a[href], button, input, textarea, select, summary";

const patient = 5000; // ms that a command may take to change the page

/** Follows every press of a key that works as a click. */
export function keepFocus() {
  addEventListener("click", (e) => e.detail === 0 && follow(document.activeElement), true);
}

function follow(from: Element | null) {
  if (!from || from === document.body) return;
  const around: Element[] = [];
  for (let e = from.parentElement; e; e = e.parentElement) around.push(e);
  const before = new Set(document.querySelectorAll(reachable));
  const watch = new MutationObserver(() => {
    if (from.isConnected && document.activeElement === from) return;
    watch.disconnect();
    if (!from.isConnected && document.activeElement === document.body) land(around.filter((e) => e.isConnected), before);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), patient);
}

/** Focuses the first new thing nearby, else the place itself. */
function land(places: Element[], before: Set<Element>) {
  const fresh = (place: Element) => [...place.querySelectorAll<HTMLElement>(reachable)].find((e) => !before.has(e) && e.getClientRects().length > 0);
  const found = places.slice(0, 3).map(fresh).find(Boolean);
  const [nearest] = places as HTMLElement[];
  if (!nearest.closest("main")) return;
  if (!found && nearest.tabIndex < 0) nearest.tabIndex = -1;
  (found ?? nearest).focus();
}
