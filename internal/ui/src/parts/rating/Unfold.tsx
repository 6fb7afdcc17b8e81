import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";

/** A part behind one line, which is drawn (and its pictures fetched) when
 * somebody opens it. */
export function Unfold({ label, children }: { label: string; children: () => ComponentChildren }) {
  const open = useSignal(false);
  return (
    <details class="unfold" onToggle={(e) => (open.value = e.currentTarget.open)}>
      <summary>{label}</summary>
      {open.value && children()}
    </details>
  );
}
