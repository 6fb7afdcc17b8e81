import { t } from "../lib/t";
import { say } from "../lib/text";
import { Cell, Words, focusSoon, idOf } from "./Cell";
import { addAt, at, langs, takeAt } from "./state";
import type { Person, SubItem } from "./types";

/** Who speaks: a name with its honorific, and where they come from. */
export function Speakers({ path }: { path: string }) {
  const list: Person[] = at(path);
  const add = () => {
    addAt(path, { name: "", affiliation: "" });
    focusOn(`${path}.${list.length}.name`);
  };
  return (
    <div class="speakers" role="group" aria-label={t("review.speakers")}>
      <p class="field-label">{t("review.speakers")}</p>
      {list.map((p, n) => (
        <div class="person" key={n}>
          <Cell path={`${path}.${n}.name`} label={t("review.name")} placeholder={t("review.name")} hidden />
          <Cell path={`${path}.${n}.affiliation`} label={t("review.affiliation-of", { who: p.name })} placeholder={t("review.affiliation")} hidden />
          <Remove what={p.name || t("review.name")} act={() => takeAt(path, n, p.name)} />
        </div>
      ))}
      <button type="button" class="btn slim quiet flush" onClick={add}>{t("review.add-speaker")}</button>
    </div>
  );
}

/** The parts of an item that have no time of their own. */
export function SubItems({ path }: { path: string }) {
  const list: SubItem[] = at(path);
  const add = () => {
    addAt(path, { title: {}, speakers: [] });
    focusOn(`${path}.${list.length}.title.${langs.peek()[0]}`);
  };
  return (
    <div class="sub-items" role="group" aria-label={t("review.parts")}>
      {list.map((s, n) => (
        <div class="sub-item" key={n}>
          <div class="spread">
            <p class="field-label">{t("review.part", { n: n + 1 })}</p>
            <Remove what={say(s.title) || t("review.part", { n: n + 1 })} act={() => takeAt(path, n, say(s.title))} />
          </div>
          <Words path={`${path}.${n}.title`} label={t("review.part", { n: n + 1 })} hidden stacked />
          <Speakers path={`${path}.${n}.speakers`} />
        </div>
      ))}
      <button type="button" class="btn slim quiet flush" onClick={add}>{t("review.add-part")}</button>
    </div>
  );
}

/** A small cross that says what it removes. */
export function Remove({ what, act }: { what: string; act: () => void }) {
  return <button type="button" class="icon" aria-label={t("review.remove-named", { what })} onClick={act}><span aria-hidden="true">×</span></button>;
}

/** Puts the cursor into a field that is about to be drawn. */
export function focusOn(path: string) {
  focusSoon(() => document.getElementById(idOf(path)));
}
