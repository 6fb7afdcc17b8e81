import { t, topic } from "../../../lib";
import { LogLines } from "../../opinion/LogLines";
import { MapWords } from "../../opinion/MapWords";
import { Moderate } from "../../opinion/Moderate";
import { Confirm } from "../../Confirm";
import { Count } from "../../Count";
import { Do } from "../../Do";
import { Queue } from "./Queue";
import { Seed } from "./Seed";

/** Opinions: seeds, what waits for the chair, opening and closing, the map. */
export function Opinion() {
  const opinion = topic("opinion").value;
  const { moderated } = topic("statements").value;
  const closed = topic("day").value.closed;
  const accepted = moderated.filter((s) => s.status === "accepted");
  const away = moderated.filter((s) => s.status !== "accepted");
  const shown = topic("screen").value.mode === "opinion";
  return (
    <section class="part opinion-part">
      <h2 class="col-title">{t("opinion.title")} <Count n={opinion.waiting} /></h2>
      <p class="small soft">{t("opinion.not")}</p>
      {opinion.id && <p class="small">{opinion.open && <b>{t("opinion.open-now")} · </b>}{t("opinion.counts", { n: opinion.statements, m: opinion.people, v: opinion.votes })}</p>}
      {!closed && <Gate />}
      {opinion.open && <Queue />}
      {!closed && <Seed />}
      {opinion.id && !shown && <p><Do name="screen.show" fields={{ mode: "opinion" }}>{t("opinion.show")}</Do></p>}
      {opinion.map && <details><summary>{t("opinion.map")}</summary><MapWords map={opinion.map} /></details>}
      {accepted.length > 0 && <details><summary>{t("opinion.accepted-count")} ({accepted.length})</summary><LogLines statements={accepted}>{(s) => <Moderate s={s} />}</LogLines></details>}
      {away.length > 0 && <details><summary>{t("opinion.away-count")} ({away.length})</summary><LogLines statements={away}>{(s) => <Moderate s={s} />}</LogLines></details>}
    </section>
  );
}

/** The button that opens or closes; for too few people, why there is none. */
function Gate() {
  const { open, missing, from, id } = topic("opinion").value;
  if (open) return <Confirm name="opinion.close" fields={{ opinion: id }} label={t("opinion.end")} ask={t("opinion.end-ask")} yes={t("opinion.end-yes")} class="slim" />;
  if (missing > 0) return <p class="small">{t("opinion.few", { n: missing, from })}</p>;
  return <p><Do name="opinion.open" class={id ? "slim" : "slim primary"}>{t("opinion.start")}</Do></p>;
}
