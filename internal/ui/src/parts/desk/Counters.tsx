import { langName, t, topic } from "../../lib";
import { groupName } from "./find";

/** How many came, by role group and language. */
export function Counters() {
  const listed = topic("desk").value.people;
  const people = listed.filter((p) => !p.expected);
  const expected = listed.length - people.length;
  const day = topic("day").value;
  const here = people.filter((p) => p.checkedIn).length;
  return (
    <section class="counters" aria-label={t("desk.counters")}>
      <p class="big"><b>{here}</b> {t("desk.of-joined", { n: people.length })}</p>
      {expected > 0 && <p class="soft">{t("desk.expected-too", { n: expected })}</p>}
      <ul class="facts">
        {day.groups.map((g) => {
          const of = people.filter((p) => p.group === g.id);
          return <li key={g.id}>{groupName(g.id)} <b>{t("desk.n-of", { n: of.filter((p) => p.checkedIn).length, of: of.length })}</b></li>;
        })}
      </ul>
      <ul class="facts">{Object.entries(day.byLang).map(([lang, n]) => <li key={lang}>{langName(lang)} <b>{n}</b></li>)}</ul>
    </section>
  );
}
