// After somebody left on this device: what they had half typed, or not yet sent,
// goes too. A device that is handed on tells the next person nothing.
import { keys, remove } from "./lib/store";

const prefix = document.getElementById("left")?.dataset.forget;
if (prefix) keys(prefix).forEach(remove);
