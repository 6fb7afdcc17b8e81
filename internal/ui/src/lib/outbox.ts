// What a person did and the server has not yet confirmed. A command is kept in
// this browser before it is sent, each under its own key, so that neither a
// lost network nor a closed tab loses it. The leading tab sends, in order. A
// refusal comes back to its author with the words they typed.
import { computed, effect, signal } from "@preact/signals";
import { type Answer, askInTime } from "./fetch";
import { hear, leading, tell } from "./leader";
import { connection, lost, refreshMe, signedOut } from "./live";
import { keepMine } from "./mine";
import { storeKey, url } from "./page";
import { backoff, randomKey } from "./random";
import * as store from "./store";
import { t } from "./t";
import { untidy } from "./text";

export interface Command {
  key: string; // idempotency key
  name: string;
  body: Record<string, unknown>;
  at: number;
}

/** A command that the server refused, with its message. */
export interface CameBack extends Command {
  code: string;
  message: string;
}

export type Outcome = { ok: true; seq: number } | { ok: false; code: string; message: string };

const OUT = storeKey("out", "");
const BACK = storeKey("back", "");

/** What waits to be sent, oldest first. */
export const waiting = signal<Command[]>([]);
/** What came back, oldest first. */
export const cameBack = signal<CameBack[]>([]);
/** Why the server, which answers this tab, does not take them now. */
export const held = signal<string | undefined>("");
/** How many things wait. */
export const waitingCount = computed(() => waiting.value.length);

const settled = new Map<string, (outcome: Outcome) => void>();
function place(command: Command): string {
  return `${String(command.at).padStart(15, "0")}-${command.key}`;
}

function load<T>(prefix: string): T[] {
  return store.keys(prefix).flatMap((k) => {
    const text = store.get(k);
    return text ? [JSON.parse(text) as T] : [];
  });
}

function reload() {
  waiting.value = load<Command>(OUT);
  cameBack.value = load<CameBack>(BACK);
}

/** Keeps a command and has it sent; tells how it ended, however late. */
export function send(name: string, body: Record<string, unknown>): Promise<Outcome> {
  const command: Command = { key: randomKey(), name, body: JSON.parse(untidy(JSON.stringify(body))), at: behind(load<Command>(OUT)) };
  store.set(OUT + place(command), JSON.stringify(command));
  reload();
  tell("outbox");
  void pump();
  return new Promise((resolve) => settled.set(command.key, resolve));
}

/** A place behind all that waits, whatever tab it came from and wherever the clock stood then. */
function behind(list: Command[]): number {
  return Math.max(Date.now() * 10, (list[list.length - 1]?.at ?? 0) + 1);
}

/** Takes a command that came back off the list. */
export function discard(command: Command) {
  store.remove(BACK + place(command));
  reload();
}

/** Forgets everything that this browser keeps of the person here. */
export function forgetAll() {
  store.keys(storeKey("")).forEach(store.remove);
  reload();
}

let pumping = false;
let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits, one after the other, for as long as the server answers. */
async function pump() {
  clearTimeout(timer);
  if (pumping || !leading.peek() || connection.peek().state === "signed-out") return;
  pumping = true;
  let answered = true;
  while (answered && leading.peek() && waiting.peek().length > 0) answered = await post(waiting.peek()[0]);
  pumping = false;
  if (answered) return;
  timer = setTimeout(() => void pump(), backoff(tries));
  tries++;
}

/** Sends one command; false when the server did not answer. */
async function post(command: Command): Promise<boolean> {
  let answer: Answer;
  try {
    answer = await deliver(command);
  } catch {
    lost();
    held.value = "";
    return false;
  }
  const { status, ok, body } = answer;
  if (status === 401) {
    signedOut();
    return false;
  }
  const later = status >= 500 || [408, 425, 429].includes(status);
  held.value = later ? body?.error?.message : "";
  if (later) return false;
  tries = 0;
  if (ok && command.name === "ballot.cast") keepMine(command.body, body);
  await refreshMe(); // before the command is gone, or what it chose would spring back for a moment
  if (ok) settle(command, { ok: true, seq: body.seq ?? 0 });
  else settle(command, { ok: false, code: body?.error?.code ?? "", message: body?.error?.message ?? t("common.refused") });
  return true;
}

function deliver(command: Command): Promise<Answer> {
  return askInTime(url(`/do/${command.name}`), {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": command.key },
    body: JSON.stringify(command.body),
  });
}

function settle(command: Command, outcome: Outcome) {
  if (!outcome.ok) {
    const back: CameBack = { ...command, code: outcome.code, message: outcome.message };
    store.set(BACK + place(command), JSON.stringify(back));
  }
  store.remove(OUT + place(command));
  reload();
  hearSettled({ key: command.key, outcome });
  tell("settled", { key: command.key, outcome });
}

function hearSettled({ key, outcome }: { key: string; outcome: Outcome }) {
  reload();
  settled.get(key)?.(outcome);
  settled.delete(key);
}

/** Starts the outbox: call once, after goLive. */
export function startOutbox() {
  reload();
  // A browser shows one tab's storage to another a moment after the message
  // has arrived, so both the message and the storage event set it going.
  const again = () => {
    reload();
    void pump();
  };
  hear("outbox", again);
  hear("settled", hearSettled);
  store.watch(storeKey(""), again);
  effect(() => {
    if (leading.value && connection.value.state !== "signed-out") void pump();
  });
  addEventListener("online", () => void pump());
}
