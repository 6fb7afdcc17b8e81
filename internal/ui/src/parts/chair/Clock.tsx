import { clockIn, now, timeText, topic } from "../../lib";

/** The server's clock in the workshop's zone. */
export function Clock() {
  return <time class="fact clock">{timeText(clockIn(topic("day").value.zone, now.value))}</time>;
}
