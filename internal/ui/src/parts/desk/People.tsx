import { useSignal } from "@preact/signals";
import { langName, page, pending, t, tidy, timeText, topic } from "../../lib";
import type { Person } from "../../types";
import { Answer } from "../Do";
import { useDoing } from "../doing";
import { NAME, SEARCH, first, focusOn, found, groupName, perhapsHere, search } from "./find";
import { forgetList } from "./listing";
import { fillName } from "./WalkIn";

/** Search and list. Enter checks the first one in, or goes on to the walk-in. */
export function People() {
  const doing = useDoing();
  const people = found();
  const next = first();
  const submit = async (e: Event) => {
    e.preventDefault();
    if (next) {
      if (await doing.run(...checkInOf(next))) search.value = "";
      return;
    }
    if (search.value.trim() === "") return;
    fillName(search.value.trim());
    focusOn(NAME);
  };
  return (
    <>
      <form class="search" role="search" onSubmit={submit}>
        <label for={SEARCH}>{t("desk.search")}</label>
        <input id={SEARCH} type="search" autocomplete="off" autofocus value={search.value} aria-describedby="search-hint" onInput={(e) => (search.value = e.currentTarget.value)} />
        <button type="button" class="btn slim quiet to-walk-in" onClick={() => focusOn(NAME)}>{t("desk.walk-in")}</button>
        <p id="search-hint" class="hint" role="status">{hint(people, next)}</p>
      </form>
      <Answer doing={doing} />
      <ul class="people">{people.map((p) => <Row key={p.id} p={p} next={p.id === next?.id} />)}</ul>
    </>
  );
}

/** The command that checks somebody in: who is on the organiser's list joins
 * with it. */
function checkInOf(p: Person): [string, Record<string, unknown>] {
  if (!p.expected) return ["participant.checkin", { participant: p.id }];
  return ["participant.join", { participant: p.id, roleGroup: p.group, lang: p.lang, desk: true }];
}

/** What Enter will do. */
function hint(people: Person[], next?: Person): string {
  if (search.value.trim() === "") return t("desk.search-hint", { n: topic("desk").value.people.filter((p) => !p.expected).length });
  if (next) return t("desk.enter-checks-in", { name: nameOf(next) });
  return t(people.length > 0 ? "desk.all-here" : "desk.enter-walk-in", { name: search.value.trim() });
}

const nameOf = (p: Person) => p.name || t("desk.no-name");

/** Takes somebody off the organiser's list, for good. */
function Forget({ p }: { p: Person }) {
  const problem = useSignal("");
  const asking = useSignal(false);
  const forget = async () => {
    const answer = await forgetList(p.id);
    problem.value = answer.ok ? "" : answer.message;
  };
  if (!asking.value) return <button type="button" class="link small" aria-label={t("desk.list-forget-one-named", { name: nameOf(p) })} onClick={() => (asking.value = true)}>{t("desk.list-forget-one")}</button>;
  return (
    <span class="forget-one small">
      {t("desk.list-forget-one-ask", { name: nameOf(p) })}
      <button type="button" class="link" onClick={forget}>{t("desk.list-forget-one-yes")}</button>
      <button type="button" class="link" onClick={() => (asking.value = false)}>{t("common.cancel")}</button>
      {problem.value && <span class="refused" role="alert">{tidy(problem.value)}</span>}
    </span>
  );
}

function Row({ p, next }: { p: Person; next: boolean }) {
  const doing = useDoing();
  const waits = pending(checkInOf(p)[0], (body) => body.participant === p.id);
  return (
    <li class={`person ${next ? "next" : ""} ${p.checkedIn ? "here" : ""}`}>
      <div>
        <b class={p.name ? "" : "soft"}>{tidy(nameOf(p))}</b>
        <span class="small soft">{groupName(p.group)} · {langName(p.lang)} · {p.expected ? t("desk.expected") : t("desk.joined", { time: timeText(p.joined) })}</span>
        {perhapsHere(p) && <span class="perhaps small">{t("desk.perhaps-here")}</span>}
        <Answer doing={doing} />
        {p.expected && page.me.role === "organiser" && <Forget p={p} />}
      </div>
      {p.checkedIn ? (
        <b class="is-here"><span aria-hidden="true">✓</span> {t("desk.here")}</b>
      ) : (
        <button type="button" class={`btn slim ${next ? "primary" : ""}`} aria-disabled={doing.busy || !!waits} aria-label={t("desk.check-in-name", { name: `${nameOf(p)}, ${groupName(p.group)}` })} onClick={() => checkIn()}>{t(waits ? "desk.sending" : "desk.check-in")}</button>
      )}
    </li>
  );

  async function checkIn() {
    if (await doing.run(...checkInOf(p))) focusOn(SEARCH);
  }
}
