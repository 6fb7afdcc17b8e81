// What the server wrote into the page: read once, before anything is drawn.
import type { Booth, Captions, Day, Desk, Groups, Me, Opinion, Questions, Rounds, Screen, Statements, Texts, Turnout } from "../types";

/** The live topics by name. A page has only those that it shows. */
export interface Topics {
  day: Day;
  texts: Texts;
  questions: Questions;
  groups: Groups;
  rounds: Rounds;
  turnout: Turnout;
  screen: Screen;
  desk: Desk;
  opinion: Opinion;
  statements: Statements;
  booth: Booth;
  captions: Captions;
}

export type TopicName = keyof Topics;

export interface Page {
  workshop: string;
  lang: string;
  now: number; // unix ms, the server's clock
  seen: string; // the place in the workshop's history that the topics show
  me: Me;
  topics: { [K in TopicName]?: { rev: number; state: Topics[K] } };
  messages: Record<string, string>;
  /** Messages in every language, on a page that shows two at once. */
  words?: Record<string, Record<string, string>>;
  join: string; // address and code, such as "192.168.1.7:8080/j/4F7K"
  group?: string; // whose sheet this is
}

export const page: Page = JSON.parse(document.getElementById("sala")!.textContent!);

/** The address of something of this workshop, such as url("/live"), in the role
 * of this page: a browser may hold several. */
export function url(path: string): string {
  return `/w/${page.workshop}${path}${path.includes("?") ? "&" : "?"}as=${page.me.role}`;
}

/** Joins the names under which this person keeps things in this browser. */
export const storeKey = (...parts: string[]) =>
  ["sala", page.workshop, page.me.role, page.me.id, ...parts].join("|");
