// Bad input gets a clear answer in the person's language, changes nothing and
// loses nothing that was typed.
import assert from "node:assert/strict";
import { part, refusal } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";
import { words } from "./lib/words.mjs";

story("a role group that is none leaves the join form as it was filled in", async (s) => {
  await s.workshop();
  const phone = await s.person("phone", "th");
  phone.expect(refusal(422));
  await phone.open(`/j/${s.at.code}`, { live: false });
  await phone.field("join.name").fill("ครู 1");
  await phone.page.getByRole("checkbox", { name: part(phone.t("join.consent.screen")) }).check({ force: true });
  const choice = phone.page.getByRole("radio").first();
  await choice.evaluate((input) => (input.value = "pirate"));
  await choice.check({ force: true });
  await phone.press("join.send");
  await phone.alert("refusal.role-group.unknown").waitFor();
  assert.equal(await phone.field("join.name").inputValue(), "ครู 1");
  assert.ok(await phone.page.getByRole("checkbox", { name: part(phone.t("join.consent.screen")) }).isChecked());
  const { present } = await (await s.at.staff("chair")).topic("day");
  assert.equal(present, 0, "nobody joined");
});

story("ratings, texts and commands that cannot be are refused with a reason", async (s) => {
  const w = await s.workshop();
  const chair = await w.staff("chair");
  const [{ id, segments }] = (await chair.topic("texts")).recommendations;
  for (const lang of ["th", "en"]) {
    const officer = await w.participant("officer", { lang });
    await chair.do("round.open", { recommendations: [id] });
    const { open } = await chair.topic("rounds");
    const refused = async (command, fields, code, args) => {
      const { status, body } = await officer.try(command, fields);
      assert.deepEqual([status, body.error.message], [422, words(lang)(`refusal.${code}`, args)], command);
    };
    await refused("ballot.cast", { round: open.id, recommendation: id, ratings: { feasible: 10 } }, "ballot.out-of-range", { value: 10 });
    await refused("ballot.cast", { round: open.id, recommendation: id, ratings: { cheap: 3 } }, "ballot.unknown-criterion", { value: "cheap" });
    await refused("question.ask", { text: " ", lang }, "text.empty");
    await refused("amendment.propose", { segment: segments[0].id, lang: "th", rev: 0, text: "x", reason: "y" }, "text.moved-on", { rev: 1 });
    await refused("stance.give", { recommendation: id, stance: "perhaps" }, "stance.unknown", { value: "perhaps" });
    const turnout = await chair.topic("turnout");
    assert.equal(turnout.byRecommendation[id] ?? 0, 0, "no rating was counted");
    await chair.do("round.close", { round: open.id });
  }
  const { questions } = await chair.topic("questions");
  assert.deepEqual(questions, []);
});
