// `sala demo`: a workshop at the point where agreement starts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Person } from "./lib/browser.mjs";
import { openRound } from "./lib/rounds.mjs";
import { freePort, run } from "./lib/server.mjs";

const roles = ["organiser", "chair", "rapporteur", "interpreter", "desk", "screen"];

test("the demo has a link for every role and an opinion map, and its people rate and answer", { timeout: 300_000 }, async (t) => {
  const at = `127.0.0.1:${await freePort()}`;
  const demo = run(["demo", "--listen", at, "--address", at, "--people", "16"]);
  t.after(() => demo.end("SIGTERM"));
  await demo.says(/Stop with Ctrl-C/);
  const { out } = demo.output;
  const links = Object.fromEntries(roles.map((role) => [role, out.match(new RegExp(`^${role}\\s+(http://\\S+/s/\\S+)$`, "m"))?.[1]]));
  const people = {};
  for (const role of roles) {
    people[role] = await Person.at(t, `http://${at}`, role === "screen" ? "projector" : "laptop", "en");
    await people[role].open(links[role]);
  }
  const phone = await Person.at(t, `http://${at}`, "phone", "th");
  await phone.open(out.match(/http:\S+\/j\/\w+/)[0], { live: false });
  await phone.button("join.send").waitFor();

  const { chair, screen } = people;
  await screen.sees("opinion.title");
  await screen.page.locator(".picture svg").waitFor();
  await chair.press("opinion.start"); // a second collecting
  const answered = new RegExp(chair.t("opinion.counts", { n: "\\d+", m: "16", v: "\\d{3}" }));
  await chair.text(answered).waitFor({ timeout: 90_000 }); // they take about ten seconds
  await openRound(chair);
  const all = new RegExp(`^${chair.t("chair.rated", { n: "(\\d+)", of: "\\1" })}$`);
  await chair.text(all).waitFor({ timeout: 90_000 }); // they take about fifteen seconds
  await chair.press("chair.close-round");
  await chair.press("chair.show-result");
  await screen.sees("screen.result-of", { n: 1 });
  await screen.sees("screen.suggested");
  for (const person of [...Object.values(people), phone]) person.check();
  assert.deepEqual(demo.output.errors.match(/level=(WARN|ERROR).*/g) ?? [], []);
});
