import { mine, say, t, topic } from "../lib";
import { middle } from "../parts/rating/Numbers";

/** Above a scale: what this person, the room and the accepting party rated in
 * the round before on the same text. */
export function Earlier({ id, criterion }: { id: string; criterion: string }) {
  const day = topic("day").value;
  const result = topic("rounds").value.results.find((r) => r.recommendation === id);
  const before = result?.criteria.find((c) => c.criterion === criterion);
  if (!result || !before) return null;
  const own = mine(result.round, id)?.ratings[criterion];
  const party = before.rows.find((r) => r.group === day.accepting);
  const name = say(day.groups.find((g) => g.id === day.accepting)?.name ?? {});
  return (
    <p class="small soft earlier">
      <b>{t("rating.round", { n: result.number })}:</b>{" "}
      {[
        own && t("phone.before.you", { n: own }),
        t("phone.before.room", { n: middle(before.rows[0]) }),
        party && t("phone.before.party", { party: name, n: middle(party) }),
      ].filter(Boolean).join(" · ")}
    </p>
  );
}
