// Made by go generate ./internal/ui from package view. Do not edit.

/** A text per language. */
export type Text = Record<string, string>;

export interface Day {
  title: Text;
  place: Text;
  zone: string;
  code: string;
  closed: boolean;
  madeUp: boolean;
  floor: string;
  languages: string[];
  groups: RoleGroup[];
  accepting: string;
  present: number;
  byLang: Record<string, number>;
  byGroup: Record<string, number>;
  agreed: number;
  total: number;
  goal: number;
  items: Item[];
  now: string;
  next: string;
  late: number;
  over: number;
  cuts: Cut[];
  budget: number;
  left: number;
  undecided: number;
  rescue: Move[];
}

export interface Texts {
  recommendations: Recommendation[];
}

export interface Questions {
  questions: Question[];
}

export interface Groups {
  groups: Group[];
  actions: Action[];
}

export interface Rounds {
  open: OpenRound | null;
  results: Result[];
}

export interface Turnout {
  round: string;
  entitled: number;
  rated: number;
  byRecommendation: Record<string, number>;
  waiting: Record<string, number>;
}

export interface Screen {
  mode: string;
  ref: string;
  intro: Intro[];
  join: string;
}

export interface Desk {
  people: Person[];
}

export interface Me {
  id: string;
  role: string;
  name: string;
  alias: string;
  group: string;
  lang: string;
  sheet: string;
  intro: string;
  consents: Record<string, boolean>;
  ballots: Record<string, Record<string, Ballot>>;
  supports: string[];
  mine: string[];
  stances: Text;
}

export interface Opinion {
  id: string;
  open: boolean;
  from: number;
  missing: number;
  statements: number;
  waiting: number;
  people: number;
  votes: number;
  map: OpinionMap | null;
}

export interface Statements {
  waiting: Statement[];
  moderated: Statement[];
}

export interface OwnOpinion {
  id: string;
  voted: number;
  of: number;
  next: OwnVote[];
  votes: OwnVote[];
  proposed: OwnPropose[];
  placed: boolean;
  x: number;
  y: number;
  group: string;
}

export interface Booth {
  shown: string;
  coming: string[];
}

export interface Captions {
  lines: Record<string, CaptionLine[]>;
}

export interface RoleGroup {
  id: string;
  name: Text;
}

export interface Item {
  id: string;
  date: string;
  start: string;
  end: string;
  title: Text;
  kind: string;
  room: string;
  decides: boolean;
  speakers: Speaker[];
  subItems: SubItem[];
  state: string;
  began: string;
  ended: string;
  projected: string;
}

export interface Cut {
  id: string;
  from: number;
  to: number;
}

export interface Move {
  session: string;
  start: string;
  end: string;
}

export interface Recommendation {
  id: string;
  number: number;
  state: string;
  languages: string;
  segments: Segment[];
  amendments: Amendment[];
  objections: Objection[];
  stances: Stance[];
  evidence: Evidence[];
  owner: Text;
  decision: Decision | null;
}

export interface Question {
  id: string;
  session: string;
  text: string;
  lang: string;
  support: number;
  status: string;
  answer: string;
}

export interface Group {
  id: string;
  name: Text;
  members: number;
  domains: Domain[];
  cards: Card[];
}

export interface Action {
  id: string;
  group: string;
  recommendation: string;
  rev: number;
  action: string;
  lead: string;
  partners: string;
  firstStep: string;
  firstStepBy: string;
  due: string;
  budget: string;
  indicator: string;
  status: string;
  note: string;
  complete: boolean;
}

export interface OpenRound {
  id: string;
  number: number;
  recommendations: string[];
  criteria: string[];
  due: string;
  gate: Record<string, string[]>;
}

export interface Result {
  recommendation: string;
  round: string;
  number: number;
  current: boolean;
  ratings: number;
  abstained: number;
  criteria: Criterion[];
  explain: Text;
  conditions: Condition[];
  suggested: string;
  reasons: Reason[];
  before: Before | null;
}

export interface Intro {
  name: string;
  group: string;
  line: string;
}

export interface Person {
  id: string;
  name: string;
  group: string;
  lang: string;
  checkedIn: boolean;
  joined: string;
  expected: boolean;
}

export interface Ballot {
  ratings: Record<string, number>;
  dontKnow: string[];
  reason: string;
  codes: Text;
}

export interface OpinionMap {
  people: number;
  ungrouped: number;
  groups: OpinionGroup[];
  apart: string;
  steady: string;
  unites: OpinionStatement[];
  divides: OpinionStatement[];
  bridges: OpinionStatement[];
  picture: string;
}

export interface Statement {
  id: string;
  text: Text;
  lang: string;
  status: string;
  seeded: boolean;
  ref: string;
  log: Moderation[];
}

export interface OwnVote {
  statement: string;
  text: Text;
  vote: number;
}

export interface OwnPropose {
  statement: string;
  text: Text;
  status: string;
  reason: string;
}

export interface CaptionLine {
  id: string;
  text: string;
}

export interface Speaker {
  name: string;
  affiliation: string;
}

export interface SubItem {
  title: Text;
  speakers: Speaker[];
}

export interface Segment {
  id: string;
  status: string;
  lang: string;
  wordings: Record<string, Wording>;
}

export interface Amendment {
  id: string;
  segment: string;
  lang: string;
  rev: number;
  text: string;
  reason: string;
  status: string;
  answer: string;
  movedOn: boolean;
  diff: Op[];
}

export interface Objection {
  id: string;
  reason: string;
  remedy: string;
  status: string;
}

export interface Stance {
  stance: string;
  text: string;
  until: string;
}

export interface Evidence {
  id: string;
  statement: Text;
  source: string;
  url: string;
}

export interface Decision {
  outcome: string;
  sentence: string;
  at: string;
}

export interface Domain {
  id: string;
  name: Text;
}

export interface Card {
  id: string;
  domain: string;
  text: string;
}

export interface Criterion {
  criterion: string;
  rows: Row[];
  languages: Row[];
  dontKnow: number;
  abstained: number;
  notShown: number;
}

export interface Condition {
  code: string;
  text: Text;
  held: boolean;
  value: string;
  stands: string;
}

export interface Reason {
  text: string;
  ref: string;
}

export interface Before {
  round: string;
  number: number;
  rows: Row[];
  groups: Was[][];
}

export interface OpinionGroup {
  name: string;
  size: number;
  stands: OpinionStatement[];
}

export interface OpinionStatement {
  id: string;
  number: number;
  text: Text;
  for: string;
  votes: OpinionVotes[];
}

export interface Moderation {
  at: string;
  as: string;
  reason: string;
}

export interface Wording {
  text: string;
  rev: number;
  outdated: boolean;
  diff: Op[];
}

export interface Op {
  op: string;
  text: string;
}

export interface Row {
  group: string;
  n: number;
  counts: number[];
  median: number;
  disagreement: boolean;
}

export interface Was {
  group: string;
  n: number;
  median: number;
}

export interface OpinionVotes {
  group: string;
  agree: number;
  disagree: number;
  pass: number;
}
