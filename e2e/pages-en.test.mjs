// Every page in English.
import { everyPage } from "./lib/pages.mjs";

everyPage("en");
