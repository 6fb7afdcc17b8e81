import { useSignal } from "@preact/signals";
import { t, url } from "../../lib";
import { LogLines } from "../../parts/opinion/LogLines";
import type { Statement, Statements } from "../../types";

/** The public log of moderation, fetched when somebody asks for it: a phone
 * need not carry a thousand statements. */
export function Log() {
  const list = useSignal<Statement[] | null>(null);
  const fetchLog = async (e: Event) => {
    if (!(e.currentTarget as HTMLDetailsElement).open) return;
    const answer = await fetch(url("/topic/statements")).catch(() => null);
    if (answer?.ok) list.value = ((await answer.json()) as Statements).moderated;
  };
  return (
    <details onToggle={fetchLog}>
      <summary>{t("opinion.log")}</summary>
      {list.value?.length === 0 && <p class="soft">{t("opinion.nothing")}</p>}
      {list.value && <LogLines statements={list.value} />}
    </details>
  );
}
