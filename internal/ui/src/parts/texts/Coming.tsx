import { page, t, topic } from "../../lib";
import { goTo } from "../place";

/** For the booth: the text on the projector, and those that come next. */
export function Coming() {
  if (!page.topics.booth) return null; // of no use to who writes
  const { shown, coming } = topic("booth").value;
  if (!shown && coming.length === 0) return null;
  return (
    <div class="coming">
      {shown && <p>{t("texts.on-projector")} <Go id={shown} /></p>}
      {coming.length > 0 && <p>{t("texts.coming")} {coming.map((id) => <Go key={id} id={id} />)}</p>}
    </div>
  );
}

function Go({ id }: { id: string }) {
  const number = topic("texts").value.recommendations.find((r) => r.id === id)?.number;
  return number ? <button type="button" class="btn slim quiet" onClick={() => goTo(id)} aria-label={t("common.recommendation", { n: number })}>{number}</button> : null;
}
