// A group's sheet: its framing board and its rows of the action plan.
import { Refusals, me, say, startPage, t, tidy, topic } from "./lib";
import { reopenRows } from "./parts/ActionForm";
import { Count } from "./parts/Count";
import { Do } from "./parts/Do";
import { goTo, place } from "./parts/place";
import { Board, reopenCards } from "./parts/sheet/Board";
import { Plan } from "./parts/sheet/Plan";
import { group, mayWrite } from "./parts/sheet/group";
import { Top } from "./parts/Top";

const tabs = ["board", "plan"] as const;

function Sheet() {
  const g = group();
  if (!g) return <><Top name={t("sheet.page")} /><main class="sheet-page"><p>{t("sheet.unknown")}</p></main></>;
  const tab = tabs.find((x) => x === place.value) ?? "board";
  const rows = topic("groups").value.actions.filter((a) => a.group === g.id);
  const counts = { board: g.cards.length, plan: rows.length };
  return (
    <>
      <Top name={tidy(say(g.name))}><span class="fact">{t("sheet.members", { n: g.members })}</span></Top>
      <nav class="tabs" aria-label={t("sheet.parts")}>
        {tabs.map((x) => (
          <button key={x} type="button" aria-current={x === tab ? "page" : undefined} onClick={() => goTo(x)}>{t(`sheet.${x}`)} <Count n={counts[x]} /></button>
        ))}
      </nav>
      <main class="sheet-page">
        <Refusals />
        <Seat />
        {tab === "board" ? <Board group={g} /> : <Plan group={g} rows={rows} />}
      </main>
    </>
  );
}

/** Sitting down, for a participant who is not in this group. */
function Seat() {
  const g = group()!;
  if (mayWrite() || me.value.role !== "participant" || topic("day").value.closed) return null;
  return (
    <div class="card now">
      <p>{t(me.value.sheet ? "sheet.other-group" : "sheet.no-group")}</p>
      <Do name="group.join" fields={{ group: g.id }} class="primary">{t("sheet.join")}</Do>
    </div>
  );
}

reopenCards();
reopenRows(false);
startPage(Sheet);
