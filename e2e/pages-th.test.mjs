// Every page in Thai.
import { everyPage } from "./lib/pages.mjs";

everyPage("th");
