import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../lib/t";

interface Props {
  label: string;
  aria?: string; // and to a screen reader, with its thing
  ask: string;
  yes?: string; // with act: what the second button says
  act?: () => void;
  children?: (close: () => void) => ComponentChildren; // instead of that button
}

/** A button that asks once more, in the page; or that opens something. */
export function Confirm(props: Props) {
  const asking = useSignal(false);
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (asking.value) panel.current?.focus();
    else if (was.current) button.current?.focus();
    was.current = asking.value;
  }, [asking.value]);
  const close = () => (asking.value = false);
  if (!asking.value) return <button ref={button} type="button" class="btn slim quiet" aria-label={props.aria} onClick={() => (asking.value = true)}>{props.label}</button>;
  return (
    <div class="confirm" ref={panel} tabIndex={-1} role="group" aria-label={props.label} onKeyDown={(e) => e.key === "Escape" && close()}>
      <p>{props.ask}</p>
      {props.children?.(close)}
      <p class="row">
        {props.act && <button type="button" class="btn slim danger" onClick={props.act}>{props.yes}</button>}
        <button type="button" class="btn slim quiet" onClick={close}>{t("common.cancel")}</button>
      </p>
    </div>
  );
}
