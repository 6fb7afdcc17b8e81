// The confirmed draft goes to the server.
import { signal } from "@preact/signals";
import { onceDone, onceKey } from "../lib/once";
import { t } from "../lib/t";
import { pathOf } from "./refusal";
import { type Working, langs, refused, review, startOver } from "./state";
import type { Draft, Person, Text } from "./types";

export const sending = signal(false);

/** Creates the workshop and goes to its links. A refusal is shown where it
 * belongs; nothing is lost. */
export async function create() {
  if (sending.peek()) return;
  sending.value = true;
  refused.value = null;
  const draft = toSend(review.peek()!.draft);
  try {
    const asked = JSON.stringify(draft);
    const answer = await fetch("/new", { method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": onceKey(asked) }, body: asked });
    const body = await answer.json();
    onceDone();
    if (answer.ok) {
      startOver();
      location.assign(body.location);
      return;
    }
    refused.value = { message: body.error.message, path: pathOf(body.error.code, body.error.args ?? {}, draft, langs.peek()[0]) };
  } catch {
    refused.value = { message: t("review.no-answer"), path: "" };
  }
  sending.value = false;
}

/** The draft as the server takes it. Lines that were left empty at the end of
 * a list are not sent; places in the lists that refusals name stay the same. */
export function toSend(d: Working): Draft {
  return {
    ...d,
    title: texts(d.title),
    place: texts(d.place),
    objective: texts(d.objective),
    expectedOutput: texts(d.expectedOutput),
    background: texts(d.background),
    organisers: d.organisers.map((b) => texts(b.text)).filter(said),
    partners: d.partners.map((b) => texts(b.text)).filter(said),
    subObjectives: d.subObjectives.map((s) => texts(s.text)).filter(said),
    items: d.items.map(({ key, line, ...item }) => ({
      ...item,
      title: texts(item.title),
      room: item.room.trim(),
      speakers: people(item.speakers),
      subItems: item.subItems.map((s) => ({ title: texts(s.title), speakers: people(s.speakers) })).filter((s) => said(s.title) || s.speakers.length > 0),
    })),
    groupQuorums: (d.groupQuorums ?? []).filter((q) => q.group !== d.acceptingParty && d.roleGroups.some((g) => g.id === q.group)),
    roleGroups: d.roleGroups.map((g) => ({ ...g, name: texts(g.name) })).filter((g) => said(g.name)),
    recommendations: d.recommendations.map((r) => ({
      owner: texts(r.owner),
      segments: r.segments.map(texts).filter((s, i) => said(s) || i === 0),
      evidence: r.evidence.map((e) => ({ ...e, statement: texts(e.statement) })).filter((e) => e.id || said(e.statement)),
    })),
    groups: d.groups.map((g) => ({ name: texts(g.name), template: g.template })),
  };
}

const said = (text: Text) => Object.keys(text).length > 0;

function texts(text: Text): Text {
  return Object.fromEntries(Object.entries(text).map(([lang, words]) => [lang, words.trim()]).filter(([, words]) => words));
}

const people = (list: Person[]) => list.map((p) => ({ name: p.name.trim(), affiliation: p.affiliation.trim() })).filter((p) => p.name || p.affiliation);
