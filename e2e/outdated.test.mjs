// One language moves on: every screen says so within a second, and nothing can
// be agreed until the other one is in line.
import assert from "node:assert/strict";
import { refusal } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";
import { rate } from "./lib/workshop.mjs";

story("an edit makes the other language outdated everywhere within a second", async (s) => {
  await s.workshop();
  const rapporteur = await s.staff("rapporteur", "en");
  const chair = await s.staff("chair", "th");
  const projector = await s.staff("screen", "th");
  const phone = await s.phone("th", "เจ้าหน้าที่จังหวัด");
  await chair.press(chair.t("chair.show-text"));
  await projector.sees(projector.t("screen.recommendation", { n: 1 }));
  await phone.page.getByRole("link", { name: phone.t("phone.tab.texts"), exact: true }).click();

  const told = [
    phone.page.getByRole("main").getByText(phone.t("phone.languages.newer")),
    chair.page.getByText(newer(chair, "en")).first(),
    projector.page.getByText(newer(projector, "en")),
  ];
  await edit(rapporteur, "en", "Name two enrolment contacts in every public primary school.");
  const seen = told.map((words) => words.waitFor().then(() => Date.now()));
  const begun = Date.now();
  await rapporteur.press("Save");
  const slowest = Math.max(...(await Promise.all(seen))) - begun;
  assert.ok(slowest < 1000, `outdated everywhere after ${slowest} ms`);
  await phone.page.getByRole("main").getByRole("link").first().click();
  await phone.sees(newer(phone, "en"));

  // The rapporteur brings Thai in line.
  await edit(rapporteur, "th", "ให้โรงเรียนประถมของรัฐทุกแห่งกำหนดผู้ประสานงานการรับเด็กสองคน");
  await rapporteur.press("Save");
  await rapporteur.sees("Same in both languages");
  await phone.sees(phone.t("common.langstatus.same"));
  await chair.sees(chair.t("common.langstatus.same"));
  await projector.gone(newer(projector, "en"));
  await projector.sees("สองคน");
});

story("nothing is agreed while a language is outdated", async (s) => {
  await s.workshop();
  const officers = await s.at.participants(3, "officer");
  const staff = await s.at.staff("chair");
  await rate(staff, officers, 1);
  const rapporteur = await s.staff("rapporteur", "en");
  const chair = await s.staff("chair", "th");
  await edit(rapporteur, "en", "Name two enrolment contacts in every public primary school.");
  await rapporteur.press("Save");
  const why = chair.t("refusal.text.outdated-language", { number: 1, lang: chair.t("common.language.en") });

  chair.expect(refusal(422));
  await chair.sees(newer(chair, "en"));
  await chair.press(chair.t("chair.rate-again"));
  await chair.page.getByRole("alert").getByText(why).waitFor();
  await chair.page.getByRole("radio", { name: chair.t("chair.outcome.agreed"), exact: true }).check({ force: true });
  await chair.press(chair.t("chair.record"));
  await chair.page.getByRole("alert").getByText(why).nth(1).waitFor();
  const { recommendations } = await staff.topic("texts");
  assert.equal(recommendations[0].decision, null, "nothing was decided");

  // "Still right" is enough when the other language needs no change.
  await rapporteur.press("Still right");
  await chair.sees(chair.t("common.langstatus.same"));
  await chair.press(chair.t("chair.rate-again"));
  await chair.sees(chair.t("chair.round-open", { n: 2 }));
});

const newer = (person, lang) => person.t("common.langstatus.newer", { lang: person.t(`common.language.${lang}`) });

/** Types a new wording for the first paragraph; saving is the story's. */
async function edit(rapporteur, lang, text) {
  const name = rapporteur.t(`common.language.${lang}`);
  await rapporteur.press(rapporteur.t("texts.edit-lang", { lang: name }));
  await rapporteur.page.getByLabel(rapporteur.t("texts.wording-in", { lang: name })).fill(text);
}
