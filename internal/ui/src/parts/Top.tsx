import type { ComponentChildren } from "preact";
import { LangSwitch, LiveState, say, saidIn, t, tidy, topic } from "../lib";

/** The head of a staff page: what it is, the workshop, and the connection. */
export function Top({ name, children }: { name: string; children?: ComponentChildren }) {
  const day = topic("day").value;
  return (
    <header class="topbar staff-top">
      <h1>
        <span class="staff-page">{name}</span>
        <span class="staff-title" title={say(day.title)} lang={saidIn(day.title)}>{tidy(say(day.title))}</span>
      </h1>
      <div class="staff-facts">
        {day.madeUp && <span class="made-up">{t("common.made-up")}</span>}
        {children}
        <LiveState />
        <LangSwitch />
      </div>
    </header>
  );
}
