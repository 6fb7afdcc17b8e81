import { useMinutesLeft } from "../lib";
import { Both } from "./Both";

/** How long a round stays open, to the minute; nothing where nobody said. */
export function Countdown({ due }: { due: string }) {
  const left = useMinutesLeft(due);
  if (left === null) return null;
  if (left <= 0) return <span class="countdown"><Both k="screen.overdue" /></span>;
  return <span class="countdown">{left === 1 ? <Both k="screen.last-minute" /> : <Both k="screen.left" args={{ n: left }} />}</span>;
}
