import { useEffect } from "preact/hooks";
import { Picture, page, t, topic, url } from "../../lib";
import { MapWords } from "../../parts/opinion/MapWords";
import { seated } from "../parts";
import { Answers } from "./Answers";
import { Log } from "./Log";
import { Propose } from "./Propose";
import { Statement } from "./Statement";
import { fetchOwn, fetchSoon, next, online, onTheirWay, own, seen } from "./own";

/** Opinions: one statement after the other while it is open, and the map. */
export function Opinion() {
  const opinion = topic("opinion").value;
  const takesPart = opinion.open && seated();
  const few = next.value.length < 4 && onTheirWay.value === 0;
  useEffect(() => {
    if (online.value && seated()) void fetchOwn();
  }, [opinion.id, opinion.open, !!opinion.map, few, online.value]);
  useEffect(() => {
    if (online.value && seated()) fetchSoon();
  }, [opinion.statements, opinion.map?.picture]);
  return (
    <>
      <p class="back"><a href="#now">{t("opinion.back")}</a></p>
      <h1>{t("opinion.title")}</h1>
      <p class="small soft">{t("opinion.not")}</p>
      {takesPart && <Statement />}
      {opinion.open && !seated() && <p class="card small">{t("opinion.not-seated")}</p>}
      {takesPart && <Answers />}
      {takesPart && <Propose />}
      {opinion.id && <Map />}
      <Log />
    </>
  );
}

function Map() {
  const { map, open, people, from, statements, votes } = topic("opinion").value;
  const file = seated() ? "mine" : "map";
  const picture = (seated() && seen.value) || map?.picture;
  return (
    <section class="stack" aria-label={t("opinion.map")}>
      <h2>{t("opinion.map")}</h2>
      <p class="small soft">{t("opinion.counts", { n: statements, m: people, v: votes })}</p>
      {!map && <p class="small">{t("opinion.map-later", { n: from, m: people })}</p>}
      {map && map.groups.length > 0 && <Picture src={url(`/opinion/${file}.${page.lang}.svg?v=${picture}-${own.value?.voted ?? 0}`)} alt={t("opinion.map-alt")} />}
      {map && open && own.value?.placed && <p class="small">{own.value.group !== "none" && t("opinion.your-group", { group: own.value.group })} {t("opinion.your-place")}</p>}
      {map && <MapWords map={map} />}
    </section>
  );
}
