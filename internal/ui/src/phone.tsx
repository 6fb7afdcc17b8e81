import { startPage } from "./lib";
import { fetchLater } from "./phone/later";
import { Phone } from "./phone/Phone";

startPage(Phone);
fetchLater();
