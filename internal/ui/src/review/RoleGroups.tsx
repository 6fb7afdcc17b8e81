import { t } from "../lib/t";
import { say, tidy } from "../lib/text";
import { Refusal, Words, idOf } from "./Cell";
import { Remove, focusOn } from "./People";
import { addAt, langs, put, review, takeAt } from "./state";

/** Fewer ratings than this are never shown, so no quorum is smaller. */
const LEAST = 3;

/** Who is in the room, and whose acceptance is required. */
export function RoleGroups() {
  const { roleGroups, acceptingParty, groupQuorums } = review.value!.draft;
  const add = () => {
    const removed = (groupQuorums ?? []).map((q) => q.group); // some may be: what is left of them is no new group's
    const taken = [...new Set([...roleGroups.map((g) => g.id), ...removed])];
    addAt("roleGroups", { id: freeId(taken), name: {} });
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
      <GroupQuorums />
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

/** Other role groups without whose ratings no result counts either. */
function GroupQuorums() {
  const { roleGroups, acceptingParty, groupQuorums } = review.value!.draft;
  const all = groupQuorums ?? [];
  const set = (group: string, typed: string) => {
    const rest = all.filter((q) => q.group !== group);
    const quorum = Math.floor(Number(typed));
    put("groupQuorums", quorum > 0 ? [...rest, { group, quorum: Math.max(LEAST, quorum) }] : rest);
  };
  return (
    <details class="quorum" open={all.length > 0} id={idOf("groupQuorums")} tabIndex={-1}>
      <summary>{t("review.group-quorums")}</summary>
      <p class="hint">{t("review.group-quorums-hint", { n: LEAST })}</p>
      {roleGroups.map((g, n) => {
        const name = say(g.name) || t("review.role-group", { n: n + 1 });
        return g.id !== acceptingParty && (
          <label class="quorum-number" key={g.id}>
            <span>{tidy(name)}</span>
            <input type="number" min={LEAST} max={999} aria-label={t("review.group-quorum-people", { who: name })} value={all.find((q) => q.group === g.id)?.quorum ?? ""} onChange={(e) => set(g.id, e.currentTarget.value)} />
          </label>
        );
      })}
      <Refusal path="groupQuorums" />
    </details>
  );
}

function freeId(taken: string[]): string {
  let n = taken.length + 1;
  while (taken.includes(`group-${n}`)) n++;
  return `group-${n}`;
}
