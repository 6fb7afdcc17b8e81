import { startPage } from "./lib";
import { Screen } from "./screen/Screen";

startPage(Screen);
