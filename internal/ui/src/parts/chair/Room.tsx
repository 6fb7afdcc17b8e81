import { langName, say, t, topic, url } from "../../lib";
import { Actions } from "./Actions";
import { Closing } from "./Closing";
import { Opinion } from "./opinion/Opinion";
import { Projector } from "./Projector";
import { Questions } from "./Questions";
import { Sheets } from "./Sheets";

/** Everything around the table. */
export function Room() {
  const day = topic("day").value;
  return (
    <>
      <Projector />
      <Questions />
      <Opinion />
      <Actions />
      <Sheets />
      <section class="part">
        <h2 class="col-title">{t("chair.people")}</h2>
        <p>{t("chair.present", { n: day.present })}</p>
        <ul class="facts">{Object.entries(day.byLang).map(([lang, n]) => <li key={lang}>{langName(lang)} <b>{n}</b></li>)}</ul>
        <ul class="facts">{day.groups.filter((g) => day.byGroup[g.id]).map((g) => <li key={g.id}>{say(g.name)} <b>{day.byGroup[g.id]}</b></li>)}</ul>
        <p class="small standing-link"><a href={url("/links")}>{t("chair.links")}</a></p>
      </section>
      {!day.closed && <Closing />}
    </>
  );
}
