import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../lib";
import { Answer } from "./Do";
import { useDoing } from "./doing";

interface Props {
  name: string;
  fields?: Record<string, unknown>;
  label: string; // what the button says
  aria?: string; // and to a screen reader, with its thing
  ask: ComponentChildren; // what is asked before it is done
  yes: string;
  class?: string;
  yesClass?: string;
  sure?: boolean; // nothing speaks against it: it is done without asking
  done?: () => void;
}

/** A command that asks once more, in the page and never in a dialogue box. */
export function Confirm(props: Props) {
  const asking = useSignal(false);
  const doing = useDoing();
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking.value) question.current?.focus();
  }, [asking.value]);
  const no = () => {
    asking.value = false;
    doing.forget();
  };
  const yes = async () => {
    if (!(await doing.run(props.name, props.fields))) return;
    asking.value = false;
    props.done?.();
  };
  if (!asking.value) {
    return (
      <>
        <button type="button" class={`btn ${props.class ?? "slim quiet"}`} aria-label={props.aria} aria-disabled={doing.busy} onClick={() => (props.sure ? void yes() : (asking.value = true))}>{props.label}</button>
        <Answer doing={doing} />
      </>
    );
  }
  return (
    <div class="confirm" ref={question} tabIndex={-1} role="group" onKeyDown={(e) => e.key === "Escape" && no()}>
      <div>{props.ask}</div>
      <p class="row">
        <button type="button" class={`btn slim ${props.yesClass ?? "danger"}`} aria-disabled={doing.busy} onClick={yes}>{props.yes}</button>
        <button type="button" class="btn slim quiet" onClick={no}>{t("common.cancel")}</button>
      </p>
      <Answer doing={doing} />
    </div>
  );
}
