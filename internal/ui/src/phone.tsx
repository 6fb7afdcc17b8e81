import { startPage } from "./lib";
import { Phone } from "./phone/Phone";

startPage(Phone);
