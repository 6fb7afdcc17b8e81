// Small things that several parts of the phone share.
import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import { useState } from "preact/hooks";
import { me, t, topic } from "../lib";
import type { Recommendation } from "../types";

/** Whether this person sits in the room: only they rate, ask and propose. */
export const seated = () => me.value.role === "participant";

/** Whether this person speaks for the party that the texts are put to. */
export const accepts = () => seated() && me.value.group === topic("day").value.accepting;

/** A recommendation by its id. */
export function recommendation(id: string): Recommendation | undefined {
  return topic("texts").value.recommendations.find((r) => r.id === id);
}

/** A recommendation's first paragraph, per language. */
export function firstWords(rec: Recommendation): Record<string, string> {
  const wordings = Object.entries(rec.segments[0]?.wordings ?? {});
  return Object.fromEntries(wordings.map(([lang, w]) => [lang, w.text]));
}

/** Says that something is kept here and will be sent. */
export function Kept() {
  return <p class="kept small">{t("common.waiting-one")}</p>;
}

/** A button that gives way to a form; a form that was begun (`begun`) stands
 * open by itself, so that nobody looks for what they typed. */
export function Opens(props: { label: string; begun?: boolean; children: (close: () => void) => ComponentChildren }) {
  const open = useSignal(false);
  if (open.value || props.begun) return <div class="opened stack">{props.children(() => (open.value = false))}</div>;
  return <button class="btn slim" aria-expanded="false" onClick={() => (open.value = true)}>{props.label}</button>;
}

/** A part behind one line; one that was begun stands open from the start. */
export function Fold(props: { label: string; begun?: boolean; children: ComponentChildren }) {
  const [open] = useState(props.begun);
  return <details open={open}><summary>{props.label}</summary>{props.children}</details>;
}
