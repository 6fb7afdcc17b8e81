import type { ComponentChildren } from "preact";
import { t, tidy } from "../lib";
import { type Doing, useDoing } from "./doing";

interface Props {
  name: string; // the command
  fields?: Record<string, unknown>;
  class?: string;
  label?: string; // for a screen reader, when the words need their thing
  done?: () => void;
  children: ComponentChildren;
}

/** A button that gives one command. */
export function Do({ name, fields, class: kind = "slim", label, done, children }: Props) {
  const doing = useDoing();
  const press = async () => {
    if (await doing.run(name, fields)) done?.();
  };
  return (
    <>
      <button type="button" class={`btn ${kind}`} aria-disabled={doing.busy} aria-label={label} onClick={press}>{children}</button>
      <Answer doing={doing} />
    </>
  );
}

/** What became of a command: refused, or waiting for the connection. */
export function Answer({ doing }: { doing: Doing }) {
  if (doing.refused) return <p class="refused" role="alert">{tidy(doing.refused)}</p>;
  if (doing.slow) return <p class="waits" role="status">{t("common.waiting-one")}</p>;
  return null;
}
