import { t } from "../lib/t";
import { say } from "../lib/text";
import { Words } from "./Cell";
import { Remove, focusOn } from "./People";
import { from } from "./Source";
import { kept } from "./read";
import { addAt, langs, review, takeAt } from "./state";

/** The bodies that hold the workshop, or that support it. */
export function Bodies({ path }: { path: "organisers" | "partners" }) {
  const list = review.value!.draft[path];
  const add = () => {
    addAt(path, kept({ text: {} }));
    focusOn(`${path}.${list.length}.text.${langs.peek()[0]}`);
  };
  return (
    <div class="bodies" role="group" aria-label={t(`review.${path}`)}>
      <p class="field-label">{t(`review.${path}`)}</p>
      <ul>
        {list.map((b, n) => {
          const name = t("review.body", { what: t(`review.${path}`), n: n + 1 });
          return (
            <li key={b.key} {...from(b.line)}>
              <Words path={`${path}.${n}.text`} label={name} hidden />
              <Remove what={say(b.text) || name} act={() => takeAt(path, n, say(b.text))} />
            </li>
          );
        })}
      </ul>
      <button type="button" class="btn slim quiet flush" onClick={add}>{t("review.add-body")}<span class="hidden-words">: {t(`review.${path}`)}</span></button>
    </div>
  );
}
