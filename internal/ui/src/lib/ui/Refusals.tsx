import { type CameBack, cameBack, discard } from "../outbox";
import { reopener } from "../reopen";
import { has, t } from "../t";
import { tidy } from "../text";

/** What the server refused, with its message and what was typed: nothing that
 * a person wrote is thrown away unseen. */
export function Refusals() {
  if (cameBack.value.length === 0) return null;
  return (
    <section class="came-back" aria-label={t("common.cameback")} role="alert">
      {cameBack.value.map((c) => <One key={c.key} command={c} />)}
    </section>
  );
}

function One({ command }: { command: CameBack }) {
  const open = reopener(command.name);
  const title = `common.cameback.${command.name}`;
  return (
    <article class="card warn">
      <h2>{t(has(title) ? title : "common.cameback")}</h2>
      <p>{tidy(command.message)}</p>
      {typed(command).map((text, i) => <blockquote key={i}>{tidy(text)}</blockquote>)}
      <p class="row">
        {open && <button class="btn" onClick={() => (open(command.body), discard(command))}>{t("common.reopen")}</button>}
        <button class="btn quiet" onClick={() => discard(command)}>{t("common.discard")}</button>
      </p>
    </article>
  );
}

/** The words that a person typed into a command. */
function typed(command: CameBack): string[] {
  const words = ["text", "reason", "remedy", "line", "sentence", "answer", "note"];
  return words.map((w) => command.body[w]).filter((v): v is string => typeof v === "string" && v !== "");
}
