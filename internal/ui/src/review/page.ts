// What the server wrote into this page. It belongs to no workshop yet.
import { page as live } from "../lib/page";
import type { Text } from "../types";

/** A board for group work. */
export interface Template {
  id: string;
  name: Text;
  source: string;
}

interface ReviewPage {
  lang: string;
  messages: Record<string, string>;
  templates: Template[];
  languages: string[]; // those that Sala speaks
}

export const page = live as unknown as ReviewPage;
