import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { Refusal, Words, idOf } from "./Cell";
import { Remove, focusOn } from "./People";
import { addAt, langs, put, review, takeAt } from "./state";

/** Fewer ratings than this are never shown, so no quorum is smaller. */
const LEAST = 3;

/** Who is in the room, and whose acceptance is required. */
export function RoleGroups() {
  const { roleGroups, acceptingParty } = review.value!.draft;
  const add = () => {
    addAt("roleGroups", { id: freeId(roleGroups.map((g) => g.id)), name: {} });
    focusOn(`roleGroups.${roleGroups.length}.name.${langs.peek()[0]}`);
  };
  return (
    <section class="role-groups" aria-labelledby="role-groups-title">
      <h3 id="role-groups-title">{t("review.role-groups")}</h3>
      <p class="soft">{tidy(t("review.role-groups-hint"))}</p>
      <p class="column-head" aria-hidden="true">{t("review.accepting-party")}</p>
      <div role="radiogroup" aria-label={t("review.accepting-party")} id={idOf("acceptingParty")} tabIndex={-1}>
        <ul id={idOf("roleGroups")} tabIndex={-1}>
          {roleGroups.map((g, n) => {
            const name = say(g.name) || t("review.role-group", { n: n + 1 });
            return (
              <li class={`role-group ${g.id === acceptingParty ? "accepting" : ""}`} key={g.id}>
                <label class="tick"><input type="radio" name="accepting" checked={g.id === acceptingParty} aria-label={t("review.accepts", { who: name })} onChange={() => put("acceptingParty", g.id)} />
                  <span class={g.id === acceptingParty ? "" : "hidden-words"} aria-hidden="true">{t("review.accepting-short")}</span></label>
                <Words path={`roleGroups.${n}.name`} label={t("review.role-group", { n: n + 1 })} hidden />
                <Remove what={name} act={() => takeAt("roleGroups", n, name)} />
              </li>
            );
          })}
        </ul>
      </div>
      <Refusal path="roleGroups" />
      <Refusal path="acceptingParty" />
      <p><button type="button" class="btn slim quiet flush" onClick={add}>{t("review.add-role-group")}</button></p>
      <Quorum />
    </section>
  );
}

/** How many of the accepting party must rate for a result to count. */
function Quorum() {
  const quorum = review.value!.draft.quorum;
  const set = (typed: string) => put("quorum", Math.max(LEAST, Math.floor(Number(typed)) || LEAST));
  return (
    <fieldset class="quorum">
      <legend>{t("review.quorum")}</legend>
      <label class="tick"><input type="radio" name="quorum" checked={quorum === 0} onChange={() => put("quorum", 0)} /><span>{t("review.quorum-majority")}</span></label>
      <div class="quorum-number">
        <label class="tick"><input type="radio" name="quorum" checked={quorum > 0} onChange={() => put("quorum", LEAST)} /><span>{t("review.quorum-number")}</span></label>
        <input type="number" min={LEAST} max={999} aria-label={t("review.quorum-people")} disabled={quorum === 0} value={quorum || ""} onChange={(e) => set(e.currentTarget.value)} />
      </div>
      <p class="hint">{t("review.quorum-hint", { n: LEAST })}</p>
    </fieldset>
  );
}

function freeId(taken: string[]): string {
  let n = taken.length + 1;
  while (taken.includes(`group-${n}`)) n++;
  return `group-${n}`;
}
