// A day by keyboard alone: what is focused is seen, every page can be left, and
// focus is not lost when a form opens or closes.
import assert from "node:assert/strict";
import { part, refusal } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";
import { roleGroups } from "./lib/workshop.mjs";

story("a participant joins, rates, amends and asks by keyboard alone", async (s) => {
  const w = await s.workshop();
  const chair = await w.staff("chair");
  const phone = await s.person("phone", "th");
  phone.expect(refusal(422));
  await phone.open(`/j/${w.code}`, { live: false });
  await seenAll(phone, "join");

  // Enter in a field sends the form, and what is missing is where one is led.
  await phone.field("join.name").focus();
  await phone.page.keyboard.type("Officer 1");
  await phone.page.keyboard.press("Enter");
  await phone.page.getByRole("alert").waitFor();
  assert.equal(await focused(phone), "radio");

  // Another language loses nothing that was filled in.
  await phone.page.getByLabel(part(phone.t("join.consent.report"))).check({ force: true });
  await phone.page.getByRole("radio", { name: part(roleGroups.school.th) }).check({ force: true });
  await phone.button("join.self.en").focus();
  await phone.page.keyboard.press("Enter");
  await phone.page.locator("html[lang=en]").waitFor();
  assert.equal(await phone.page.getByLabel("Name", { exact: true }).inputValue(), "Officer 1");
  assert.ok(await phone.page.getByRole("radio", { name: part(roleGroups.school.en) }).isChecked());
  assert.ok(await phone.page.locator("input[name=report]").isChecked());
  assert.equal(await phone.page.locator("input[name=photo]").isChecked(), false);
  await phone.button("join.self.th").focus();
  await phone.page.keyboard.press("Enter");
  await phone.page.locator("html[lang=th]").waitFor();
  await phone.button("join.send").focus();
  await phone.page.keyboard.press("Enter");
  await phone.alive();
  await seenAll(phone, "now");

  const { recommendations } = await chair.topic("texts");
  await chair.do("round.open", { recommendations: [recommendations[0].id] });
  await phone.page.getByRole("radio").first().waitFor();
  for (const criterion of ["feasible", "acceptable"]) {
    await phone.page.getByRole("group", { name: part(phone.t(`scale.${criterion}`)) }).getByRole("radio").first().focus();
    await phone.page.keyboard.press("Space");
    for (let n = 1; n < 8; n++) await phone.page.keyboard.press("ArrowRight");
  }
  await seenAll(phone, "rating");
  await enter(phone, phone.button("phone.rate.send"));
  await phone.sees("phone.rated-all");
  await chair.do("round.close", { round: (await chair.topic("rounds")).open.id });

  await enter(phone, phone.link("phone.tab.texts"));
  await enter(phone, phone.page.getByRole("main").getByRole("link").first());
  await enter(phone, phone.button("phone.amend"));
  await phone.field("phone.amend.text").waitFor();
  assert.notEqual(await focused(phone), "body", "the form that opened has the focus");
  await seenAll(phone, "amending");
  await enter(phone, phone.button("common.discard"));
  await phone.button("phone.amend").waitFor();
  await phone.page.waitForFunction((words) => document.activeElement.textContent.replaceAll("\u2060", "") === words, phone.t("phone.amend"));
  await enter(phone, phone.button("phone.amend"));
  await phone.field("phone.amend.text").focus();
  await phone.page.keyboard.type("และ");
  await phone.field("phone.amend.reason").focus();
  await phone.page.keyboard.type("ชัดเจนขึ้น");
  await enter(phone, phone.button("phone.amend.send"));
  await phone.reads("ชัดเจนขึ้น");
  await enter(phone, phone.link("phone.tab.ask"));
  await phone.page.getByRole("textbox").first().focus();
  await phone.page.keyboard.type("ใครจ่าย");
  await enter(phone, phone.button("phone.ask.send"));
  await phone.reads("ใครจ่าย");
  await seenAll(phone, "asking");
});

story("the chair's console and the rapporteur's desk go by keyboard alone", async (s) => {
  const w = await s.workshop();
  await w.participants(3, "officer");
  const chair = await s.staff("chair", "en");
  await seenAll(chair, "chair");
  await enter(chair, chair.button("chair.rate"));
  await chair.sees("chair.open.entitled", { n: 3 });
  assert.notEqual(await focused(chair), "body", "the form that opened has the focus");
  await seenAll(chair, "opening a round");
  await enter(chair, chair.button("chair.open.do"));
  await chair.sees("chair.round-open", { n: 1 });
  await seenAll(chair, "a round");

  const rapporteur = await s.staff("rapporteur", "th");
  await enter(rapporteur, rapporteur.page.getByRole("navigation").getByRole("button").nth(1));
  await seenAll(rapporteur, "texts");
});

/** Presses Enter on something. */
async function enter(person, what) {
  await what.focus();
  await person.page.keyboard.press("Enter");
}

/** The type, else the tag, of what has the focus. */
const focused = (person) => person.page.evaluate(() => document.activeElement.type ?? document.activeElement.tagName.toLowerCase());

const mostStops = 80;

/** Goes through a page with Tab from its start: every stop is in the window and
 * marked, no stop comes twice, and the way leads out of the page. */
async function seenAll(person, name) {
  await person.page.evaluate(() => {
    const start = document.createElement("a");
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
  });
  const wrong = [];
  for (let n = 0; n < mostStops; n++) {
    await person.page.keyboard.press("Tab");
    const stop = await person.page.evaluate(look);
    if (!stop) {
      assert.ok(n > 1, `${name}: nothing can be reached`);
      assert.deepEqual(wrong, [], name);
      return;
    }
    wrong.push(...stop);
  }
  assert.fail(`${name}: more than ${mostStops} stops, or a trap`);
}

/** Runs in the page: what is wrong with the stop that has the focus; null when
 * there is none. */
function look() {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const marked = [e, e.closest("label"), e.nextElementSibling].some((m) => m && getComputedStyle(m).outlineStyle !== "none" && parseFloat(getComputedStyle(m).outlineWidth) >= 2);
  const { top, bottom } = e.getBoundingClientRect();
  const what = e.getAttribute("aria-label") || e.labels?.[0]?.textContent || e.textContent;
  return [...(marked ? [] : [`no mark on “${what}”`]), ...(bottom > 0 && top < innerHeight ? [] : [`out of the window: “${what}”`])];
}
