import { LiveState, startPage } from "./lib";

startPage(() => <LiveState />);
