// A story: a server of its own, and the people who meet there.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { Person, part, patience } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { makeWorkshop, roleGroups } from "./workshop.mjs";

const longest = 300_000; // ms; a story that hangs fails

/** Tells a story; pages or a server that report errors fail it at its end. */
export function story(name, tell) {
  test(name, { timeout: longest }, async (t) => {
    const s = new Stage(t, await startServer(t));
    try {
      await tell(s);
      for (const person of s.people) person.check();
      assert.doesNotMatch(s.server.running.output.errors, /level=ERROR/, "the server's log");
    } catch (error) {
      await s.picture(name);
      throw error;
    }
  });
}

class Stage {
  people = [];

  constructor(t, server) {
    Object.assign(this, { t, server });
  }

  /** Keeps a picture of every page, for whoever looks for the fault: in the
   * folder that SHOTS names. */
  async picture(name) {
    if (!process.env.SHOTS) return;
    const pages = this.people.flatMap((person) => person.context.pages());
    for (const [n, page] of pages.entries()) await page.screenshot({ path: join(process.env.SHOTS, `${name} ${n + 1}.png`), fullPage: true });
  }

  /** Makes a workshop; see workshop.mjs for what can be replaced. */
  async workshop(over) {
    this.at = await makeWorkshop(this.server, over);
    return this.at;
  }

  async person(device, lang = "th", options = {}) {
    const person = await Person.at(this.t, this.server.url, device, lang, options);
    this.people.push(person);
    return person;
  }

  /** A phone whose owner has joined through the form. */
  async phone(lang, roleGroup, { name = "" } = {}) {
    const phone = await this.person("phone", lang);
    await phone.open(`/j/${this.at.code}`, { live: false });
    await joinAs(phone, roleGroup, name);
    return phone;
  }

  /** A laptop in a role of the staff. */
  async staff(role, lang = "en") {
    const person = await this.person(role === "screen" ? "projector" : "laptop", lang);
    await person.open(this.at.links[role]);
    return person;
  }
}

/** Fills the join form of a workshop with the usual role groups in and sends it. */
export async function joinAs(phone, roleGroup, name = "") {
  await phone.page.getByRole("radio", { name: part(roleGroups[roleGroup][phone.lang]) }).check({ force: true });
  if (name) await phone.field("join.name").fill(name);
  await phone.press("join.send");
  await phone.alive();
}

/** Does something that says how many ms it took, until that was less than a
 * second. A busy machine may draw a page late now and then; what waits for a
 * heartbeat or for another try is late every time. */
export async function withinASecond(act, what) {
  const took = [];
  while (took.length < 5) {
    took.push(await act(took.length));
    if (took.at(-1) < 1000) return;
  }
  assert.fail(`${what} after ${took.join(", ")} ms`);
}

/** Asks until something is so; `what` are words, or makes them at the end. */
export async function until(so, what) {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (await so()) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  assert.fail(`not so in time: ${typeof what === "string" ? what : what()}`);
}
