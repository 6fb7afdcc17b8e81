import { saidIn, say, t, tidy } from "../lib";
import type { Recommendation } from "../types";

/** What a text rests on, and the body proposed to carry it out. */
export function Evidence({ rec }: { rec: Recommendation }) {
  const owner = say(rec.owner);
  return (
    <>
      {owner && <section><h2>{t("phone.owner")}</h2><p lang={saidIn(rec.owner)}>{tidy(owner)}</p></section>}
      <section>
        <h2>{t("phone.evidence")}</h2>
        {rec.evidence.length === 0 && <p class="soft">{t("phone.evidence.none")}</p>}
        <ul class="evidence">
          {rec.evidence.map((e) => (
            <li key={e.id}>
              <p lang={saidIn(e.statement)}>{tidy(say(e.statement))}</p>
              <p class="small soft">{e.url ? <a href={e.url} rel="noreferrer">{e.source || e.url}</a> : e.source}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
