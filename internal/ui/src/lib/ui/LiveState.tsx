import { now, serverTime } from "../clock";
import { connection } from "../live";
import { cameBack, held, waitingCount } from "../outbox";
import { t } from "../t";

/** Says honestly whether this browser is connected, since when it is not, and
 * how much waits to be sent. */
export function LiveState() {
  const { state, since } = connection.value;
  return (
    <p class={`live ${state}`} role="status">
      <span>{words(state, since)}</span>
      {waitingCount.value > 0 && <span class="live-waiting">{t("common.waiting", { n: waitingCount.value })} {held.value}</span>}
      {cameBack.value.length > 0 && (
        <button class="live-back" onClick={showCameBack}>{t("common.came-back-n", { n: cameBack.value.length })}</button>
      )}
    </p>
  );
}

function showCameBack() {
  document.querySelector(".came-back")?.scrollIntoView({ block: "center" });
}

function words(state: string, since: number): string {
  if (state !== "reconnecting") return t(`common.live.${state}`);
  void now.value; // drawn anew every minute
  const minutes = Math.floor((serverTime() - since) / 60_000);
  return minutes < 1 ? t("common.live.reconnecting") : t("common.live.offline", { n: minutes });
}
