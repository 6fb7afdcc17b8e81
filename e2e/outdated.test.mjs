// One language moves on: every screen says so within a second, and nothing can
// be agreed until the other one is in line.
import assert from "node:assert/strict";
import { refusal } from "./lib/browser.mjs";
import { story, withinASecond } from "./lib/story.mjs";
import { rate } from "./lib/workshop.mjs";

story("an edit makes the other language outdated everywhere within a second", async (s) => {
  await s.workshop();
  const rapporteur = await s.staff("rapporteur", "en");
  const chair = await s.staff("chair", "th");
  const projector = await s.staff("screen", "th");
  const phone = await s.phone("th", "officer");
  await chair.press("chair.show-text");
  await projector.sees("screen.recommendation", { n: 1 });
  const booth = await s.staff("interpreter", "en");
  await booth.sees("texts.on-projector");
  await booth.button("common.recommendation", { n: 2 }).click(); // what comes next, before it is shown
  await booth.heading("common.recommendation", { n: 2 }).waitFor();
  await phone.link("phone.tab.texts").click();

  const inLine = async (text) => {
    await edit(rapporteur, "th", text);
    await rapporteur.press("common.save");
    for (const person of [rapporteur, chair]) await person.sees("common.langstatus.same");
    await projector.gone("common.langstatus.newer", inEnglish(projector));
  };
  await withinASecond(async (tries) => {
    if (tries > 0) await inLine(`ให้โรงเรียนประถมกำหนดผู้ประสานงาน ครั้งที่ ${tries}`);
    await phone.gone("phone.languages.newer");
    await edit(rapporteur, "en", `Name two enrolment contacts in every public primary school.${"!".repeat(tries)}`);
    const seen = [
      phone.firstSees("phone.languages.newer"),
      chair.firstSees("common.langstatus.newer", inEnglish(chair)),
      projector.firstSees("common.langstatus.newer", inEnglish(projector)),
    ];
    const pressed = await rapporteur.pressAt("common.save");
    return Math.max(...(await Promise.all(seen))) - pressed;
  }, "outdated everywhere");
  await phone.page.getByRole("main").getByRole("link").first().click();
  await phone.sees("common.langstatus.newer", inEnglish(phone));

  // The rapporteur brings Thai in line.
  await inLine("ให้โรงเรียนประถมของรัฐทุกแห่งกำหนดผู้ประสานงานการรับเด็กสองคน");
  await phone.sees("common.langstatus.same");
  await projector.reads("สองคน");
});

story("nothing is rated or agreed while a language is outdated", async (s) => {
  await s.workshop();
  const staff = await s.at.staff("chair");
  await rate(staff, await s.at.participants(3, "officer"), 1);
  const rapporteur = await s.staff("rapporteur", "en");
  const chair = await s.staff("chair", "th");
  await edit(rapporteur, "en", "Name two enrolment contacts in every public primary school.");
  await rapporteur.press("common.save");
  const why = chair.alert("refusal.text.outdated-language", { number: 1, ...inEnglish(chair) });

  chair.expect(refusal(422));
  await chair.sees("common.langstatus.newer", inEnglish(chair));
  await chair.press("chair.rate-again");
  await why.waitFor();
  await chair.choose("chair.outcome.agreed");
  await chair.press("chair.record");
  await why.nth(1).waitFor();
  const { recommendations } = await staff.topic("texts");
  assert.equal(recommendations[0].decision, null, "nothing was decided");

  // "Still right" is enough when the other language needs no change.
  await rapporteur.press("texts.still-right");
  await chair.sees("common.langstatus.same");
  await chair.press("chair.open.do");
  await chair.sees("chair.round-open", { n: 2 });
});

const inEnglish = (person) => ({ lang: person.t("common.language.en") });

/** Types a new wording for the first paragraph; saving is the story's. */
async function edit(rapporteur, lang, text) {
  const name = { lang: rapporteur.t(`common.language.${lang}`) };
  await rapporteur.press("texts.edit-lang", name);
  await rapporteur.field("texts.wording-in", name).fill(text);
}
