// One laptop tries every role of a workshop: a browser has six connections to a
// server on plain http, and each role wants a live one.
import assert from "node:assert/strict";
import { story, until } from "./lib/story.mjs";

story("seven roles in one browser leave it able to send, and all of them live", async (s) => {
  const w = await s.workshop();
  const phone = await s.phone("en", "school");
  const pages = { participant: phone.page };
  for (const role of ["organiser", "chair", "rapporteur", "interpreter", "desk", "screen"]) {
    pages[role] = await phone.context.newPage();
    await pages[role].goto(w.links[role]);
    await pages[role].locator("html.alive").waitFor();
  }
  const chair = await w.staff("chair");
  await phone.link("phone.tab.ask").click();
  for (const question of ["Who pays for the interpreters", "When do we begin"]) {
    await phone.field("phone.ask.label").fill(question);
    await phone.press("phone.ask.send");
    await phone.page.getByRole("listitem").getByText(question).waitFor();
  }
  await until(async () => (await chair.topic("questions")).questions.length === 2, "both questions arrived");

  // What happens reaches every page, whichever has a stream of its own.
  const { items } = await chair.topic("day");
  await chair.do("session.start", { session: items[0].id });
  await phone.link("phone.tab.now").click();
  for (const role of ["participant", "screen"]) await pages[role].getByText("Opening").filter({ visible: true }).first().waitFor();
  await rewrite(chair, "Name two contacts in every school.");
  for (const role of ["organiser", "chair", "rapporteur", "interpreter"]) await sees(pages[role], "Name two contacts");
  for (const role of Object.keys(pages).filter((role) => role !== "screen")) await pages[role].getByText("Connected").filter({ visible: true }).first().waitFor();

  // When others close, those that looked in stay.
  for (const role of ["organiser", "chair", "desk", "participant"]) await pages[role].close();
  await rewrite(chair, "Name three contacts in every school.");
  await sees(pages.interpreter, "Name three contacts");
});

async function rewrite(chair, text) {
  const [segment] = (await chair.topic("texts")).recommendations[0].segments;
  await chair.do("wording.edit", { segment: segment.id, lang: "en", rev: segment.wordings.en.rev, text });
}

/** Waits until a page shows words, or has them in a field. */
async function sees(page, words) {
  await page.waitForFunction((text) => document.body.innerText.includes(text) || [...document.querySelectorAll("textarea")].some((field) => field.value.includes(text)), words);
}
