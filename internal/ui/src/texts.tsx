// The texts, for those who write them: rapporteur and interpreters.
import { Refusals, startPage, t, topic } from "./lib";
import { Add } from "./parts/texts/Add";
import { CAPTIONS, Captions, reopenCaptions } from "./parts/texts/Captions";
import { Coming } from "./parts/texts/Coming";
import { Editor } from "./parts/texts/Editor";
import { List } from "./parts/texts/List";
import { reopenEdits } from "./parts/texts/editing";
import { goTo, place } from "./parts/place";
import { Top } from "./parts/Top";

function Texts() {
  const { recommendations } = topic("texts").value;
  const found = recommendations.find((r) => r.id === place.value);
  const shown = found ?? recommendations[0];
  const captions = place.value === CAPTIONS;
  const adding = !captions && (place.value === "add" || !shown);
  return (
    <>
      <Top name={t("texts.page")} />
      <main class={`texts ${found || captions || place.value === "add" ? "has-place" : ""}`}>
        <nav class="texts-list" aria-label={t("texts.list")}><Coming /><List shown={adding || captions ? undefined : shown} captions={captions} adding={adding} /></nav>
        <section class="texts-edit" aria-label={t("texts.page")}>
          <button type="button" class="btn slim quiet to-list" onClick={() => goTo("")}>{t("texts.to-list")}</button>
          <Refusals />
          {captions && <Captions />}
          {adding && <Add />}
          {!captions && !adding && <Editor key={shown.id} r={shown} />}
        </section>
      </main>
    </>
  );
}

reopenEdits();
reopenCaptions();
startPage(Texts);
