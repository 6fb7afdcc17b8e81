import { say, t, tidy, topic, url } from "../../lib";
import { Do } from "../Do";

/** The breakout groups' sheets: open one, or put it on the projector. */
export function Sheets() {
  const { groups, actions } = topic("groups").value;
  const screen = topic("screen").value;
  if (groups.length === 0) return null;
  return (
    <section class="part">
      <h2 class="col-title">{t("chair.sheets")}</h2>
      <ul class="sheets">
        {groups.map((g) => (
          <li key={g.id}>
            <p><b>{tidy(say(g.name))}</b></p>
            <p class="small soft">{t("chair.sheet-facts", { members: g.members, cards: g.cards.length, rows: actions.filter((a) => a.group === g.id).length })}</p>
            <p class="row tight">
              <a class="btn slim quiet" href={url(`/group/${g.id}`)}>{t("chair.open-sheet")}</a>
              {screen.mode === "group" && screen.ref === g.id ? (
                <span class="shown">{t("chair.on-projector")}</span>
              ) : (
                <Do name="screen.show" fields={{ mode: "group", ref: g.id }} class="slim quiet">{t("chair.show")}</Do>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
