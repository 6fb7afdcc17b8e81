// Commands: what a person does.
import { type Outcome, send, waiting } from "./outbox";

/** Gives a command, such as act("question.ask", {text, lang}). It is kept and
 * sent as soon as the server can be reached; the promise tells how it ended.
 * A refusal also shows in the list of what came back. */
export function act(name: string, fields: Record<string, unknown> = {}): Promise<Outcome> {
  return send(name, fields);
}

/** The newest command of a name that still waits and fits. */
export function pending(name: string, fits: (body: any) => boolean = () => true) {
  return waiting.value.filter((c) => c.name === name && fits(c.body)).pop();
}
