import { LangSwitch, LiveState, Refusals, connection, t, topic } from "../lib";
import { Later } from "./later";
import { Now } from "./Now";
import { type Tab, route } from "./route";
import { Texts } from "./Texts";

/** The page that everybody in the room holds. */
export function Phone() {
  const { tab, ref } = route.value;
  const day = topic("day").value;
  return (
    <>
      <header class="topbar">
        <LiveState />
        <LangSwitch />
      </header>
      <main class="sheet stack" tabIndex={-1} id="top">
        {connection.value.state === "signed-out" && <SignedOut code={day.code} />}
        <Refusals />
        {tab === "now" && (ref === "opinion" ? <Later>{({ Opinion }) => <Opinion />}</Later> : <Now />)}
        {tab === "texts" && !ref && <Texts />}
        {tab === "texts" && ref && <Later>{({ Recommendation }) => <Recommendation id={ref} key={ref} />}</Later>}
        {tab === "ask" && <Later>{({ Ask }) => <Ask />}</Later>}
        {tab === "me" && <Later>{({ Me }) => <Me />}</Later>}
        {day.madeUp && <p class="soft small made-up">{t("common.made-up")}</p>}
      </main>
      <Tabs on={tab} />
    </>
  );
}

function Tabs({ on }: { on: Tab }) {
  return (
    <nav class="tabs" aria-label={t("phone.tabs")}>
      {(["now", "texts", "ask", "me"] as Tab[]).map((tab) => (
        <a key={tab} href={`#${tab}`} aria-current={tab === on ? "page" : undefined}>
          {t(`phone.tab.${tab}`)}
        </a>
      ))}
    </nav>
  );
}

function SignedOut({ code }: { code: string }) {
  return (
    <section class="card warn">
      <p>{t("phone.signed-out")}</p>
      <a class="btn" href={`/j/${code}`}>{t("common.sign-in-again")}</a>
    </section>
  );
}
