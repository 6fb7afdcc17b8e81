import { Picture, dateText, page, t, timeText, topic, url } from "../../lib";
import { Unfold } from "./Unfold";

interface Made {
  number: number;
  at: string; // in the workshop's zone
  outcome: string;
}

/** How recommendations became agreed, a picture for each day on which something
 * was decided, with the decisions in force as its table. */
export function Days({ phone }: { phone?: boolean }) {
  const made = decisions();
  const dates = [...new Set(made.map((d) => day(d.at)))];
  return <>{dates.map((date) => <One key={date} date={date} made={made} phone={phone} />)}</>;
}

function One({ date, made, phone }: { date: string; made: Made[]; phone?: boolean }) {
  const src = `/day/${date}.${page.lang}.svg?${phone ? "tall&" : ""}v=${version(made)}`;
  return (
    <Unfold label={t("rating.day", { date: dateText(date) })}>
      {() => (
        <>
          <Picture src={url(src)} alt={t("rating.day", { date: dateText(date) })} />
          <Table made={made.filter((d) => day(d.at) === date)} />
        </>
      )}
    </Unfold>
  );
}

function Table({ made }: { made: Made[] }) {
  return (
    <table class="small numbers">
      <thead>
        <tr>
          <th scope="col">{t("rating.time")}</th>
          <th scope="col">{t("rating.recommendation")}</th>
          <th scope="col">{t("rating.decision")}</th>
        </tr>
      </thead>
      <tbody>
        {made.map((d) => (
          <tr key={d.number}>
            <td>{timeText(d.at.slice(11, 16))}</td>
            <th scope="row">{d.number}</th>
            <td>{t(`common.state.${d.outcome}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The decisions in force, the earliest first. */
export function decisions(): Made[] {
  return topic("texts").value.recommendations
    .flatMap(({ number, decision }) => (decision ? [{ number, at: decision.at, outcome: decision.outcome }] : []))
    .sort((a, b) => a.at.localeCompare(b.at) || a.number - b.number);
}

const day = (at: string) => at.slice(0, 10);

/** Is another when the picture is: a decision was made or reopened, an item
 * began. */
function version(made: Made[]): string {
  const begun = topic("day").value.items.filter((i) => i.state !== "planned").length;
  return `${made.length}-${Date.parse(made[made.length - 1]?.at ?? "")}-${begun}`;
}
