// The phone's second script: fetched as soon as the page has been drawn and is
// idle, so that it is here before the network is gone.
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { connection, t } from "../lib";

type More = typeof import("./more");

const more = signal<More | null>(null);
const failed = signal(false);

async function load() {
  try {
    more.value = await import("./more");
  } catch {
    failed.value = true;
  }
}

/** Begins to fetch, once the browser has nothing better to do. */
export function fetchLater() {
  const begin = () => void load();
  if ("requestIdleCallback" in globalThis) requestIdleCallback(begin, { timeout: 1_000 });
  else setTimeout(begin, 200);
  connection.subscribe(({ state }) => {
    if (state === "connected" && failed.peek() && !more.peek()) begin();
  });
}

/** Draws something of the second script, once it is here. */
export function Later({ children }: { children: (more: More) => ComponentChildren }) {
  if (more.value) return <>{children(more.value)}</>;
  if (!failed.value) return <p class="soft" role="status">{t("phone.loading")}</p>;
  return (
    <div class="card warn">
      <p>{t("phone.not-loaded")}</p>
      <button class="btn" onClick={() => location.reload()}>{t("phone.load-again")}</button>
    </div>
  );
}
