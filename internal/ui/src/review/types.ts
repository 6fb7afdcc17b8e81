// What /new, /new/read and POST /new speak: the structs of internal/web/new.go.
import type { Template } from "./page";
import type { Text } from "../types";

export type { Template, Text };

export interface Person {
  name: string;
  affiliation: string;
}

export interface SubItem {
  title: Text;
  speakers: Person[];
}

export interface Item {
  date: string; // 2014-09-23
  start: string; // 08:30
  end: string; // empty: open end
  title: Text;
  kind: string;
  room: string;
  decides: boolean;
  speakers: Person[];
  subItems: SubItem[];
}

export interface RoleGroup {
  id: string;
  name: Text;
}

export interface Evidence {
  id: string;
  statement: Text;
  source?: string;
  url?: string;
  gender?: string;
}

export interface Recommendation {
  segments: Text[];
  owner: Text;
  evidence: Evidence[];
}

export interface Group {
  name: Text;
  template: string;
}

/** A workshop as the organiser confirms it. */
export interface Draft {
  title: Text;
  place: Text;
  objective: Text;
  subObjectives: Text[];
  expectedOutput: Text;
  draft: boolean;
  timezone: string;
  floor: string;
  interpretation: string[];
  required: string[];
  items: Item[];
  roleGroups: RoleGroup[];
  acceptingParty: string;
  quorum: number; // 0: a majority of the accepting party in the room
  recommendations: Recommendation[];
  groups: Group[];
  madeUp: boolean;
}

export interface Warning {
  code: string;
  line: number; // 0: about the note as a whole
  args: Record<string, string> | null;
  message: string;
}

export interface Contact {
  name: string;
  email: string;
}

/** What the server read out of a note. */
export interface Understood {
  note: { lang: string; days: { items: { line: number }[] }[] };
  draft: Draft;
  text: string;
  warnings: Warning[];
  contacts: Contact[];
}
