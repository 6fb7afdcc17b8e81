// The desk: who is here, and letting people in.
import { Refusals, startPage, t } from "./lib";
import { Counters } from "./parts/desk/Counters";
import { List } from "./parts/desk/List";
import { People } from "./parts/desk/People";
import { WalkIn } from "./parts/desk/WalkIn";
import { Top } from "./parts/Top";

function Desk() {
  return (
    <>
      <Top name={t("desk.page")} />
      <main class="desk">
        <section class="desk-people" aria-label={t("desk.people")}>
          <Refusals />
          <People />
        </section>
        <section class="desk-side" aria-label={t("desk.walk-in")}>
          <WalkIn />
          <List />
        </section>
        <Counters />
      </main>
    </>
  );
}

startPage(Desk);
