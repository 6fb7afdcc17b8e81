// The organiser's page: from a concept note to a workshop.
import { render } from "preact";
import { App } from "./review/App";
import { translateWarnings } from "./review/read";
import { keepAll } from "./review/state";

const island = document.getElementById("island")!;
island.textContent = "";
render(<App />, island);
keepAll();
void translateWarnings();
document.documentElement.classList.add("alive");
