// The chair's console: the programme, the recommendation on the table, the room.
import { signal } from "@preact/signals";
import { Refusals, startPage, t, topic } from "./lib";
import { reopenRows } from "./parts/ActionForm";
import { Clock } from "./parts/chair/Clock";
import { Programme } from "./parts/chair/Programme";
import { Room } from "./parts/chair/Room";
import { Table } from "./parts/chair/Table";
import { goalText } from "./parts/goal";
import { Top } from "./parts/Top";

const panels = ["programme", "table", "room"] as const;

/** The panel that a narrow screen shows. */
const panel = signal<(typeof panels)[number]>("table");

function Console() {
  const day = topic("day").value;
  return (
    <>
      <Top name={t("chair.page")}>
        <span class="fact">{day.goal > 0 ? goalText(day) : t("chair.goal", { n: day.agreed, total: day.total })}</span>
        <span class="fact">{t("chair.present", { n: day.present })}</span>
        <Clock />
      </Top>
      <nav class="panels" aria-label={t("chair.panels")}>
        {panels.map((p) => (
          <button key={p} type="button" aria-pressed={panel.value === p} onClick={() => (panel.value = p)}>{t(`chair.panel-${p}`)}</button>
        ))}
      </nav>
      <main class={`console show-${panel.value}`}>
        <section class="col col-programme" aria-label={t("chair.panel-programme")}><Programme /></section>
        <section class="col col-table" aria-label={t("chair.panel-table")}>
          <Refusals />
          <Table />
        </section>
        <section class="col col-room" aria-label={t("chair.panel-room")}><Room /></section>
      </main>
    </>
  );
}

reopenRows(true);
startPage(Console);
