// Captions: somebody who listens types what is said; whoever cannot hear, or
// knows the other language better, reads it.
import assert from "node:assert/strict";
import { overflow, violations } from "./lib/axe.mjs";
import { lost } from "./lib/browser.mjs";
import { story, until } from "./lib/story.mjs";

story("captions are typed, corrected, read on phone and projector, and taken out", async (s) => {
  const w = await s.workshop();
  const chair = await s.staff("chair", "th");
  const booth = await s.staff("interpreter", "en");
  const projector = await s.staff("screen", "th");
  const phone = await s.phone("en", "school");
  const thai = await s.phone("th", "officer");

  await booth.button("captions.title").click();
  await booth.sees("captions.none");
  await booth.page.getByRole("button", { name: booth.t("common.language.en"), exact: true }).click();
  for (const sentence of ["Good morning, everybody.", "We begin with the scool fees."]) {
    await booth.field("captions.sentence", english(booth)).fill(sentence);
    await booth.page.keyboard.press("Enter");
  }
  await phone.reads("We begin with the scool fees.");
  await phone.sees("phone.captions");
  await thai.reads("Good morning, everybody."); // better than nothing
  await chair.button("chair.screen.captions").click();
  await projector.reads("We begin with the scool fees.");

  // A slip is put right, on the last line alone.
  assert.equal(await booth.page.getByRole("button", { name: booth.t("captions.correct"), exact: true }).count(), 1);
  await booth.press("captions.correct");
  await booth.field("captions.correct-label").fill("We begin with the school fees.");
  await booth.page.reload();
  assert.equal(await booth.field("captions.correct-label").inputValue(), "We begin with the school fees.", "a correction outlives a reload");
  await booth.press("captions.save");
  for (const reader of [phone, projector]) {
    await reader.reads("We begin with the school fees.");
    assert.equal(await reader.page.getByText("scool").count(), 0);
  }

  for (const { page } of [booth, phone, projector]) assert.deepEqual(await violations(page), []);

  // A name slipped in: it goes for good, from the file too.
  await booth.field("captions.sentence", english(booth)).fill("Participant 7 spoke.");
  await booth.page.keyboard.press("Enter");
  await phone.reads("Participant 7 spoke.");
  await booth.page.getByRole("button", { name: `${booth.t("captions.out")}: Participant 7 spoke.` }).click();
  await booth.page.getByRole("group").getByRole("button", { name: booth.t("captions.out"), exact: true }).click();
  await until(async () => (await phone.page.getByText("Participant 7 spoke.").count()) === 0, "the phone let it go");
  const file = await booth.context.request.get(`/w/${w.id}/captions/en.vtt?as=interpreter`);
  assert.match(file.headers()["content-type"], /^text\/vtt/);
  const text = await file.text();
  assert.match(text, /^WEBVTT\n/);
  assert.match(text, /We begin with the school fees\./);
  assert.doesNotMatch(text, /Participant 7|scool/);

  // The item ends, and what was said in it leaves the screens.
  const leading = await w.staff("chair");
  const { items } = await leading.topic("day");
  await leading.do("session.start", { session: items[0].id });
  await until(async () => (await phone.page.getByText("school fees").count()) === 0, "the phone let it go");
  await projector.sees("screen.no-captions");

  // What is no longer on the screens can be taken out as well.
  const { page } = await s.person("laptop", "th");
  await page.goto(w.links.interpreter);
  await page.goto(`/w/${w.id}/captions`);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/captions all.png` });
  assert.deepEqual([...(await violations(page)), ...(await overflow(page))], []);
  await page.getByRole("listitem").filter({ hasText: "school fees" }).locator("summary").click();
  await page.getByRole("button", { name: "We begin with the school fees." }).click();
  await page.getByRole("status").waitFor();
  assert.equal(await page.getByText("school fees").count(), 0);
  await page.getByText("Good morning, everybody.").first().waitFor();
});

story("a caption that was typed without Wi-Fi arrives, and what is half typed stays", async (s) => {
  await s.workshop();
  const booth = await s.staff("interpreter", "en");
  const phone = await s.phone("en", "school");
  await booth.button("captions.title").click();
  await booth.page.getByRole("button", { name: booth.t("common.language.en"), exact: true }).click();
  booth.expect(lost);
  await booth.context.setOffline(true);
  const field = booth.field("captions.sentence", english(booth));
  await field.fill("One.");
  await field.press("Enter");
  await field.fill("Two.");
  await field.press("Enter");
  await field.fill("Half a sent");
  await booth.context.setOffline(false);
  await phone.reads("Two.");
  const said = phone.page.getByRole("log").getByRole("paragraph");
  assert.deepEqual(await said.allInnerTexts(), ["One.", "Two."]);
  assert.equal(await field.inputValue(), "Half a sent");
});

const english = (person) => ({ lang: person.t("common.language.en") });
