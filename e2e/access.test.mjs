// Who may not, is told so in their language, and nothing happens.
import assert from "node:assert/strict";
import { refusal } from "./lib/browser.mjs";
import { joinAs, story } from "./lib/story.mjs";
import { words } from "./lib/words.mjs";

const staffPages = ["chair", "desk", "texts", "links"];

story("a participant opens no page of the staff", async (s) => {
  await s.workshop();
  for (const lang of ["th", "en"]) {
    const phone = await s.phone(lang, "school");
    phone.expect(refusal(401), refusal(403));
    for (const name of staffPages) {
      for (const as of ["", "?as=participant", "?as=chair"]) {
        const answer = await phone.page.goto(`/w/${s.at.id}/${name}${as}`);
        assert.ok([401, 403].includes(answer.status()), `${name}${as}: ${answer.status()}`);
        const why = answer.status() === 401 ? "refusal.web.session-gone" : "refusal.access.denied";
        await phone.sees(why);
      }
    }
  }
});

story("a participant and the projector give no command of the chair", async (s) => {
  const w = await s.workshop();
  const chair = await w.staff("chair");
  const [{ recommendations }, { items }] = await Promise.all([chair.topic("texts"), chair.topic("day")]);
  const [recommendation] = recommendations.map((r) => r.id);
  const commands = {
    "session.start": { session: items[0].id },
    "round.open": { recommendations: [recommendation] },
    "decision.record": { recommendation, outcome: "rejected" },
    "screen.show": { mode: "questions" },
    "workshop.close": {},
    "wording.edit": { segment: recommendations[0].segments[0].id, lang: "en", rev: 1, text: "Something else" },
    "programme.replan": { moves: [{ session: items[1].id, start: "10:00", end: "11:00" }] },
  };
  for (const lang of ["th", "en"]) {
    const members = [await w.participant("school", { lang }), await w.staff("screen", lang)];
    for (const member of members) {
      for (const [name, fields] of Object.entries(commands)) {
        const { status, body } = await member.try(name, fields);
        assert.equal(status, 403, `${member.role} ${name}`);
        assert.equal(body.error.message, words(lang)("refusal.access.denied"));
      }
    }
    const spy = await w.participant("school", { lang });
    spy.role = "chair"; // says so, without the session
    assert.equal((await spy.try("workshop.close")).status, 401);
  }
  const day = await chair.topic("day");
  assert.deepEqual([day.closed, day.now], [false, ""], "nothing happened");
});

story("a wrong code is explained, and a code may be typed as one likes", async (s) => {
  await s.workshop();
  const phone = await s.person("phone", "th");
  phone.expect(refusal(404));
  await phone.open("/", { live: false });
  await phone.field("home.code").fill("ZZZZZZ");
  await phone.press("home.join");
  await phone.alert("refusal.web.wrong-code").waitFor();
  assert.equal(await phone.field("home.code").inputValue(), "ZZZZZZ", "what was typed is still there");
  const code = s.at.code.toLowerCase();
  await phone.field("home.code").fill(` ${code.slice(0, 3)} ${code.slice(3)} `);
  await phone.press("home.join");
  await joinAs(phone, "school");
  await phone.heading("phone.programme").waitFor();
});
