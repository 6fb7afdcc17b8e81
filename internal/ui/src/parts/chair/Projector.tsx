import { say, t, tidy, topic } from "../../lib";
import { Do } from "../Do";
import { nameOf } from "../recommendation";

const modes = ["now", "intro", "questions", "captions"];

/** What the projector shows, and the views that belong to no recommendation. */
export function Projector() {
  const screen = topic("screen").value;
  return (
    <section class="part">
      <h2 class="col-title">{t("chair.projector")}</h2>
      <p>{t("chair.on-screen")} <b>{what()}</b></p>
      <div class="row">
        {modes.filter((m) => m !== screen.mode).map((mode) => <Do key={mode} name="screen.show" fields={{ mode }}>{t(`chair.screen.${mode}`)}</Do>)}
      </div>
    </section>
  );
}

/** What is on the projector, in words. */
function what(): string {
  const { mode, ref } = topic("screen").value;
  const r = topic("texts").value.recommendations.find((x) => x.id === ref);
  const group = topic("groups").value.groups.find((g) => g.id === ref);
  const thing = r ? nameOf(r) : tidy(say(group?.name ?? {}));
  return [t(`chair.screen.${mode}`), thing].filter(Boolean).join(" · ");
}
