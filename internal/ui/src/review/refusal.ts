// Which field a refusal is about. The server names the thing by what was
// written in it; the path is that of the first field that holds just that.
import type { Draft, Item, Text } from "./types";

type Args = Record<string, string>;

/** The path of the field, such as "items.3.end"; "" when it is none. Of a text
 * that is missing in every language, the field in lang. */
export function pathOf(code: string, args: Args, draft: Draft, lang: string): string {
  switch (code) {
    case "workshop.no-title":
      return `title.${draft.floor}`;
    case "workshop.no-role-groups":
      return "roleGroups";
    case "workshop.no-accepting-party":
      return "acceptingParty";
    case "quorum.unknown-group":
    case "quorum.of-accepting-party":
    case "quorum.twice":
    case "quorum.too-small":
      return "groupQuorums";
    case "workshop.no-languages":
      return "required";
    case "workshop.goal":
      return "goal";
    case "workshop.timezone":
      return "timezone";
    case "date.not-a-date":
      return item(draft, (i) => i.date === args.value, () => "date");
    case "session.not-a-time":
      return item(draft, (i) => i.start === args.value || i.end === args.value, (i) => (i.start === args.value ? "start" : "end"));
    case "session.end-before-start":
      return item(draft, (i) => i.start === args.start && i.end === args.end, () => "end");
    case "session.no-title":
      return item(draft, (i) => i.start === args.start && untitled(i.title), () => `title.${lang}`);
    case "recommendation.empty":
      return `recommendations.${Number(args.number) - 1}.segments.0.${lang}`;
    case "text.too-long":
      return tooLong(draft, Number(args.limit));
    case "text.empty":
    case "group.no-domains":
      return nameless(draft, lang);
  }
  return "";
}

function item(draft: Draft, is: (i: Item) => boolean, field: (i: Item) => string): string {
  const n = draft.items.findIndex(is);
  return n < 0 ? "" : `items.${n}.${field(draft.items[n])}`;
}

/** Without a title, or with one of more than a line. */
const untitled = (title: Text) => Object.keys(title).length === 0 || Object.values(title).some((words) => words.length > 300);

function tooLong(draft: Draft, limit: number): string {
  const long = (text: Text) => Object.keys(text).find((l) => text[l].length > limit);
  if (limit > 4000 && long(draft.background)) return `background.${long(draft.background)}`;
  for (const path of ["title", "place"] as const) {
    if (limit < 1000 && long(draft[path])) return `${path}.${long(draft[path])}`;
  }
  for (const path of ["objective", "expectedOutput"] as const) {
    if (limit > 1000 && long(draft[path])) return `${path}.${long(draft[path])}`;
  }
  const sub = draft.subObjectives.findIndex((s) => limit > 1000 && long(s));
  if (sub >= 0) return `subObjectives.${sub}.text.${long(draft.subObjectives[sub])}`;
  for (const path of ["organisers", "partners"] as const) {
    const n = draft[path].findIndex((body) => limit < 1000 && long(body));
    if (n >= 0) return `${path}.${n}.text.${long(draft[path][n])}`;
  }
  for (const [r, rec] of draft.recommendations.entries()) {
    for (const [s, segment] of rec.segments.entries()) {
      const lang = Object.keys(segment).find((l) => segment[l].length > limit);
      if (lang) return `recommendations.${r}.segments.${s}.${lang}`;
    }
  }
  return "";
}

function nameless(draft: Draft, lang: string): string {
  const n = draft.groups.findIndex((g) => Object.keys(g.name).length === 0);
  return n < 0 ? "" : `groups.${n}.name.${lang}`;
}
