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

/** How many of a role group must rate. */
export interface GroupQuorum {
  group: string;
  quorum: number;
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

/** The expected output as a number: at least so many of so many, or a share of
 * all there are, such as "2/3" and, for more than that, ">1/2". */
export interface Goal {
  agreed?: number;
  of?: number;
  share?: string;
}

/** A workshop as the organiser confirms it. */
export interface Draft {
  title: Text;
  place: Text;
  objective: Text;
  subObjectives: Text[];
  expectedOutput: Text;
  goal?: Goal;
  background: Text;
  organisers: Text[];
  partners: Text[];
  draft: boolean;
  timezone: string;
  floor: string;
  interpretation: string[];
  required: string[];
  items: Item[];
  roleGroups: RoleGroup[];
  acceptingParty: string;
  quorum: number; // 0: a majority of the accepting party in the room
  groupQuorums?: GroupQuorum[] | null; // of other role groups
  gate?: object; // of a past workshop that had one of its own
  recommendations: Recommendation[];
  groups: Group[];
  madeUp: boolean;
}

export interface Warning {
  code: string;
  line: number; // 0: about the note as a whole
  args: Record<string, string> | null;
  messages: Text;
}

export interface Contact {
  name: string;
  email: string;
}

/** One recommendation that a document holds: its paragraphs in each of the
 * languages of Proposals. */
export interface Proposal {
  no: string;
  sides: string[][];
  line: number; // 0: not known
  doubtful: boolean;
  reasons: string[];
}

export interface Proposals {
  langs: string[]; // one or two
  pairs: Proposal[];
}

/** What the server read out of a note. */
export interface Understood {
  note: { lang: string; days: { items: { line: number }[] }[] };
  draft: Draft;
  text: string;
  format: string;
  editable: boolean;
  warnings: Warning[];
  shortened: { path: string; most: number }[]; // fields that hold the beginning of what the note says
  contacts: Contact[];
  proposals: Proposals;
}

/** An item of a day as the programme check proposes it. */
export interface Moved {
  of: number; // place of the item in the draft, -1: new
  start: string;
  end: string;
  kind: string;
  decides: boolean;
  title?: Text; // of a new one
}

/** What the programme check found. */
export interface Finding {
  code: string;
  items: number[]; // places in the draft
  date: string; // of the day that the proposal replaces
  message: string;
  proposal?: Moved[];
}
