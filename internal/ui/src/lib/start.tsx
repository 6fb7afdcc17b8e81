import { type ComponentType, render } from "preact";
import { keepFocus } from "./focus";
import { goLive } from "./live";
import { forgetOld } from "./mine";
import { startOutbox } from "./outbox";

/** Replaces the server's page with the living one. */
export function startPage(App: ComponentType) {
  forgetOld();
  goLive();
  startOutbox();
  keepFocus();
  const island = document.getElementById("island")!;
  island.textContent = "";
  render(<App />, island);
  document.documentElement.classList.add("alive");
}
