// The phone's second script: fetched as soon as the page has been drawn and is
// idle, so that it is here before the network is gone.
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { connection, t } from "../lib";

type More = typeof import("./more");

const more = signal<More | null>(null);
const failed = signal(false);

let loading = false;

async function load() {
  if (loading || more.peek()) return;
  loading = true;
  try {
    more.value = await import("./more");
  } catch {
    failed.value = true;
  }
  loading = false;
}

/** Fetches it once the browser has nothing better to do, and again when the
 * connection is back. */
export function fetchLater() {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(load, { timeout: 1_000 });
  else setTimeout(load, 200);
  connection.subscribe(({ state }) => {
    if (state === "connected" && failed.peek()) void load();
  });
}

/** Draws something of the second script, once it is here: whoever looks at it
 * does not wait for an idle moment. */
export function Later({ children }: { children: (more: More) => ComponentChildren }) {
  useEffect(() => void load(), []);
  if (more.value) return <>{children(more.value)}</>;
  if (!failed.value) return <p class="soft" role="status">{t("phone.loading")}</p>;
  return (
    <div class="card warn">
      <p>{t("phone.not-loaded")}</p>
      <button class="btn" onClick={() => location.reload()}>{t("phone.load-again")}</button>
    </div>
  );
}
