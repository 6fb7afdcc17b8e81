import { langName, say, t, tidy, topic } from "../../lib";
import type { Criterion, Row } from "../../types";

/** The figures of a result: by role group, by language, and who gave none. */
export function Numbers({ criteria }: { criteria: Criterion[] }) {
  return <>{criteria.map((c) => <One key={c.criterion} c={c} />)}</>;
}

function One({ c }: { c: Criterion }) {
  return (
    <>
      <table class="small numbers">
        <caption>{t(`common.${c.criterion}`)}</caption>
        <Head first={t("rating.group")} />
        <Rows rows={c.rows} name={groupName} />
        {c.languages.length > 0 && <Head first={t("rating.language")} />}
        <Rows rows={c.languages} name={languageName} />
      </table>
      <p class="small soft">
        {t("rating.left-out", { k: c.dontKnow, m: c.abstained })}
        {c.notShown > 0 && ` · ${t("rating.not-shown", { n: c.notShown })}`}
      </p>
    </>
  );
}

function Head({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" class="num">{t("rating.n")}</th>
        <th scope="col" class="num">{t("rating.median")}</th>
      </tr>
    </thead>
  );
}

function Rows({ rows, name }: { rows: Row[]; name: (group: string) => string }) {
  return (
    <tbody>
      {rows.map((r) => (
        <tr key={r.group}>
          <th scope="row">{name(r.group)}</th>
          <td class="num">{r.n}</td>
          <td class="num">{middle(r)}{r.disagreement && <span class="over"> {t("rating.disagree")}</span>}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** A median, or a dash where too few rated. */
export const middle = (r: Row | undefined) => (r && r.n > 0 ? String(r.median) : "–");

/** The name of a role group as a result names it. */
export function groupName(id: string): string {
  if (id === "room" || id === "others") return t(`common.${id}`);
  return tidy(say(topic("day").value.groups.find((g) => g.id === id)?.name ?? { en: id }));
}

const languageName = (langs: string) => langs.split("+").map(langName).join(" + ");
