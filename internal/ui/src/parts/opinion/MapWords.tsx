import { saidIn, say, t, tidy } from "../../lib";
import type { OpinionMap, OpinionStatement } from "../../types";

/** The map in words: the groups and what sets them apart, how far to trust
 * them, and what unites, divides and bridges. */
export function MapWords({ map }: { map: OpinionMap }) {
  const several = map.groups.length > 1;
  return (
    <div class="map-words stack">
      {!several && <p>{t("opinion.no-groups")}</p>}
      {several && <p>{t(`opinion.apart.${map.apart}`)} {t(`opinion.steady.${map.steady}`)}</p>}
      {several && map.groups.map((g) => (
        <details key={g.name} class="opinion-group">
          <summary>{t("opinion.group", { name: g.name })} · {t("opinion.group-size", { n: g.size })} · {t("opinion.stands")}</summary>
          <List list={g.stands} word="for" />
        </details>
      ))}
      {map.ungrouped > 0 && <p class="small soft">{t("opinion.ungrouped", { n: map.ungrouped })}</p>}
      <Part title="unites" list={map.unites} word="most" />
      <Part title="divides" list={map.divides} />
      <Part title="bridges" list={map.bridges} />
    </div>
  );
}

function Part({ title, list, word }: { title: string; list: OpinionStatement[]; word?: string }) {
  if (list.length === 0) return null;
  return <section><h3>{t(`opinion.${title}`)}</h3><List list={list} word={word} /></section>;
}

function List({ list, word }: { list: OpinionStatement[]; word?: string }) {
  if (list.length === 0) return <p class="small soft">{t("opinion.nothing")}</p>;
  return (
    <ul class="opinion-list">
      {list.map((s) => (
        <li key={s.id}>
          <p lang={saidIn(s.text)}>
            <span class="opinion-number">{s.number}</span>
            {word && s.for && <b lang={undefined} class={`opinion-for ${s.for}`}>{t(`opinion.${word}.${s.for}`)}</b>} {tidy(say(s.text))}
          </p>
          {s.votes.map((v) => (
            <p class="small soft" key={v.group}>{t(v.group === "none" ? "opinion.votes-none" : "opinion.votes", { name: v.group, agree: v.agree, disagree: v.disagree, pass: v.pass })}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}
