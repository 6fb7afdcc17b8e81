// The organiser's page: from a concept note to a workshop.
import { render } from "preact";
import { App } from "./review/App";
import { keepChecking } from "./review/check";
import { keepAll } from "./review/state";

/** A file that misses the place for it must not take the page away. */
function stay(e: DragEvent) {
  if (e.dataTransfer?.types.includes("Files")) e.preventDefault();
}

addEventListener("dragover", stay);
addEventListener("drop", stay);

const island = document.getElementById("island")!;
island.textContent = "";
render(<App />, island);
keepAll();
keepChecking();
document.documentElement.classList.add("alive");
