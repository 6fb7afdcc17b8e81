// What the phone does not need for its first paint. It comes in a script of its
// own (later.ts); a further part of the phone goes into this list.
export { Ask } from "./Ask";
export { Captions } from "./Captions";
export { Me } from "./Me";
export { Opinion } from "./opinion/Opinion";
export { Rate } from "./Rate";
export { Recommendation } from "./Recommendation";
export { Results } from "./Result";
