// Questions during the talks: asked, supported, answered or carried over.
import assert from "node:assert/strict";
import { story } from "./lib/story.mjs";

story("questions are asked and supported on phones, and answered from the console", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "en");
  const [first, second] = [await s.phone("th", "school"), await s.phone("en", "ngo")];
  await chair.press("chair.screen.questions");
  await ask(first, "ใครจ่ายค่าล่าม");
  await ask(second, "Who trains the interpreters?");
  await projector.reads("Who trains the interpreters?");

  await first.page.getByRole("listitem").filter({ hasText: "Who trains" }).getByRole("button", { name: first.t("phone.support") }).click();
  await first.page.getByRole("button", { name: first.t("phone.supported") }).nth(1).waitFor();
  await second.sees("phone.question.support", { n: 2 });
  const order = await projector.page.getByRole("main").getByRole("listitem").allInnerTexts();
  assert.match(order[0], /Who trains/, "the most supported question is on top");

  const on = (text) => chair.page.getByRole("listitem").filter({ hasText: text });
  await on("Who trains").getByRole("button", { name: chair.t("chair.write-answer") }).click();
  await chair.field("chair.answer-text").fill("The university does.");
  await chair.press("common.save");
  await second.reads("The university does.");
  await on("ใครจ่ายค่าล่าม").getByRole("button", { name: chair.t("chair.carry") }).click();
  await first.sees("phone.question.carried");
  await projector.sees("screen.no-questions");
});

async function ask(phone, text) {
  await phone.link("phone.tab.ask").click();
  await phone.field("phone.ask.label").fill(text);
  await phone.press("phone.ask.send");
  await phone.page.getByRole("listitem").getByText(text).waitFor();
}
