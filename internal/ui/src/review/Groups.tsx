import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { Words } from "./Cell";
import { page } from "./page";
import { Remove, focusOn } from "./People";
import { kept } from "./read";
import { addAt, langs, put, review, takeAt } from "./state";

/** The groups for group work, each with the fields of its board. */
export function Groups() {
  const { groups, madeUp } = review.value!.draft;
  const add = () => {
    addAt("groups", kept({ name: {}, template: groups[groups.length - 1]?.template ?? page.templates[0].id }));
    focusOn(`groups.${groups.length}.name.${langs.peek()[0]}`);
  };
  return (
    <section class="groups" aria-labelledby="groups-title">
      <h3 id="groups-title">{t("review.groups")}</h3>
      <p class="soft">{tidy(t("review.groups-hint"))}</p>
      <ul>
        {groups.map((g, n) => {
          const name = say(g.name) || t("review.group", { n: n + 1 });
          return (
            <li class="group" key={g.key}>
              <Words path={`groups.${n}.name`} label={t("review.group", { n: n + 1 })} hidden />
              <select aria-label={t("review.template-of", { what: name })} value={g.template} onChange={(e) => put(`groups.${n}.template`, e.currentTarget.value)}>
                {page.templates.map((template) => <option key={template.id} value={template.id}>{say(template.name)}</option>)}
              </select>
              <Remove what={name} act={() => takeAt("groups", n, name)} />
            </li>
          );
        })}
      </ul>
      <p><button type="button" class="btn slim quiet flush" onClick={add}>{t("review.add-group")}</button></p>
      <label class="tick made-up-tick"><input type="checkbox" checked={madeUp} onChange={(e) => put("madeUp", e.currentTarget.checked)} />
        <span>{t("review.made-up")}<small class="soft">{tidy(t("review.made-up-hint"))}</small></span></label>
    </section>
  );
}
