import { Field, act, clearDraft, draft, fieldText, me, onReopen, pending, setDraft, t, tidy } from "../lib";
import { Kept } from "./parts";
import { go } from "./route";

const FIELD = "intro";

/** One line about oneself that the projector can show. */
export function Introduction() {
  const waits = pending("participant.introduce");
  const saved = (waits?.body.line as string) ?? me.value.intro;
  const changed = draft(FIELD).value !== null && draft(FIELD).value !== saved;
  const put = (line: string) => {
    void act("participant.introduce", { line });
    clearDraft(FIELD);
  };
  return (
    <section class="stack">
      <h2>{t("phone.intro")}</h2>
      {saved && !changed && <p class="card">{tidy(saved)}</p>}
      <form class="stack" onSubmit={(e) => (e.preventDefault(), put(fieldText(FIELD)))}>
        <Field field={FIELD} label={t("phone.intro.label")} hint={t(me.value.consents.screen ? "phone.intro.shown" : "phone.intro.not-shown")} initial={saved} maxLength={200} />
        {waits && <Kept />}
        <p class="row">
          <button class="btn" disabled={!changed}>{t("common.save")}</button>
          {saved && <button type="button" class="btn quiet" onClick={() => put("")}>{t("phone.intro.remove")}</button>}
        </p>
      </form>
    </section>
  );
}

onReopen("participant.introduce", (body) => {
  setDraft(FIELD, body.line);
  go("me");
});
