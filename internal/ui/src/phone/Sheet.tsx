import { act, me, pending, saidIn, say, t, tidy, topic, url } from "../lib";
import { Kept } from "./parts";

/** The breakout group: sit down in one, then open its sheet. */
export function Sheet() {
  const { groups } = topic("groups").value;
  const waits = pending("group.join");
  const mine = (waits?.body.group as string) ?? me.value.sheet;
  if (groups.length === 0) return null;
  return (
    <section class="stack">
      <fieldset class="choices">
        <legend><h2>{t("phone.group")}</h2></legend>
        {groups.map((g) => (
          <label class="choice" key={g.id}>
            <input type="radio" name="sheet" checked={g.id === mine} onChange={() => void act("group.join", { group: g.id })} />
            <span><b lang={saidIn(g.name)}>{tidy(say(g.name))}</b><small>{t("phone.group.members", { n: g.members })}</small></span>
          </label>
        ))}
      </fieldset>
      {waits && <Kept />}
      {me.value.sheet && !waits && <a class="btn" href={url(`/group/${me.value.sheet}`)}>{t("phone.group.open")}</a>}
    </section>
  );
}
