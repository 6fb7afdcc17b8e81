// Every page, in both languages: nothing for axe-core to find, nothing wider
// than a phone, no request to elsewhere, nothing in the console.
import assert from "node:assert/strict";
import { lowTargets, otherMarks, overflow, violations } from "./axe.mjs";
import { part, refusal } from "./browser.mjs";
import { story } from "./story.mjs";
import { agree, at } from "./workshop.mjs";

const narrow = { width: 390, height: 844 };

/** Tells the stories that look at every page in a language. */
export function everyPage(lang) {
  tour(`the pages before the day are in order (${lang})`, async (s, looker) => {
    const laptop = await s.person("laptop", lang);
    const look = looker(laptop);
    await look("home", "/", { live: false });
    laptop.expect(refusal(404));
    await look("message", "/nowhere", { live: false });
    await look("new", s.server.setup);
    await laptop.press("review.sample");
    await laptop.sees("review.items", { n: 15 });
    await laptop.press("review.write-one");
    await look("review");

    const w = await s.workshop();
    const phone = await s.person("phone", lang);
    await looker(phone)("join", `/j/${w.code}`, { live: false });
    await look("links", w.links.organiser);
    await look("links", `/w/${w.id}/links`, { live: false });
  });

  tour(`the pages of a phone are in order (${lang})`, async (s, looker) => {
    const day = await busyDay(s);
    const phone = await s.phone(lang, "officer", { name: "Officer 4" });
    const look = looker(phone);
    await look("phone, result");
    await day.open();
    await phone.link("common.recommendation", { n: 2 }).waitFor();
    await phone.page.getByText(part(phone.t("phone.rate.also", { list: "" }))).tap();
    await phone.page.getByText(part(phone.t("phone.rate.why"))).tap();
    await look("phone, rating");
    await phone.link("phone.tab.texts").click();
    await look("phone, texts");
    await phone.page.getByRole("main").getByRole("link").first().click();
    await phone.sees("common.state.agreed");
    await look("phone, an agreed text");
    await look("receipts", `/w/${s.at.id}/receipts/${day.round}?as=participant`, { live: false });
    await phone.page.goBack();
    await phone.alive();
    await phone.page.goBack();
    await phone.page.getByRole("main").getByRole("link").nth(1).click();
    await phone.press("phone.amend");
    await look("phone, a text");
    await phone.link("phone.tab.ask").click();
    await look("phone, questions");
    await phone.link("phone.tab.me").click();
    await look("phone, me");
    await phone.page.goto(`/w/${s.at.id}/group/${day.group}`);
    await phone.alive();
    await look("sheet of another group");
    await phone.press("sheet.join");
    await phone.button("sheet.join").waitFor({ state: "hidden" });
    await look("sheet, board");
    await phone.page.getByRole("navigation", { name: phone.t("sheet.parts") }).getByText(part(phone.t("sheet.plan"))).click();
    await phone.press("sheet.add-row");
    await look("sheet, plan");
  });

  tour(`the pages of the staff are in order (${lang})`, async (s, looker) => {
    const day = await busyDay(s);
    const laptop = await s.person("laptop", lang);
    const look = looker(laptop);
    await look("chair", s.at.links.chair);
    await look("texts", s.at.links.rapporteur);
    await laptop.page.getByRole("navigation").getByText("2", { exact: true }).click();
    await laptop.press("texts.edit-lang", { lang: laptop.t("common.language.th") });
    await look("texts, editing");
    await look("desk", s.at.links.desk);
    await laptop.field("desk.name").fill("Teacher 1");
    await laptop.page.getByRole("group", { name: laptop.t("desk.role-group") }).getByRole("radio").first().check({ force: true });
    await laptop.press("desk.let-in");
    await laptop.page.getByRole("img", { name: laptop.t("desk.qr") }).waitFor();
    await look("desk, somebody let in");
    await day.open();
    await laptop.open(`/w/${s.at.id}/chair`);
    await laptop.sees("chair.round-open", { n: 2 });
    await look("chair, rating");
  });

  tour(`every view of the projector is in order (${lang})`, async (s, looker) => {
    const day = await busyDay(s);
    const projector = await s.staff("screen", lang);
    const look = looker(projector);
    for (const [mode, ref] of [["now"], ["recommendation", day.agreed], ["result", day.agreed], ["questions"], ["group", day.group], ["intro"]]) {
      await day.chair.do("screen.show", { mode, ref });
      await projector.page.locator(`.mode-${mode}`).waitFor();
      await look(`screen, ${mode}`);
    }
    await day.open();
    await day.chair.do("screen.show", { mode: "now" });
    await projector.sees("screen.gate");
    await look("screen, rating");
  });

  tour(`the pages after the day are in order (${lang})`, async (s, looker) => {
    const day = await busyDay(s);
    const phone = await s.phone(lang, "ngo");
    await day.chair.do("workshop.close");
    await phone.heading("phone.closed").waitFor();
    await looker(phone)("phone, closed");
    await phone.page.getByRole("link", { name: phone.t("phone.report.page") }).nth(lang === "th" ? 0 : 1).click();
    await phone.page.waitForURL(/report\.\w+\.html/);
    await looker(phone)("report");
    const laptop = await s.person("laptop", lang);
    const look = looker(laptop);
    await look("chair, closed", s.at.links.organiser);
    await look("links, closed", `/w/${s.at.id}/links`, { live: false });
    const link = await laptop.page.getByRole("link", { name: /\/f\// }).first().getAttribute("href");
    await look("follow", link, { live: false });
    await laptop.press("follow.send");
    await look("follow, saved");
  });
}

/** Tells a story of pages that are looked at; what is wrong with any of them is
 * said at its end. */
function tour(name, tell) {
  story(name, async (s) => {
    const found = [];
    await tell(s, (person) => looker(person, found));
    assert.deepEqual(found, []);
  });
}

/** Looks at a page in the window of the device, and as narrow as a phone. */
function looker(person, found) {
  const { page } = person;
  const wide = page.viewportSize();
  const note = (name, faults) => found.push(...faults.map((fault) => `${name}: ${fault}`));
  return async (name, path, options) => {
    if (path) await person.open(path, options);
    note(name, [...(await violations(page)), ...(await overflow(page)), ...(await otherMarks(page))]);
    if (wide.width <= narrow.width && name !== "report") note(name, await lowTargets(page));
    if (wide.width <= narrow.width || name.startsWith("screen")) return;
    await page.setViewportSize(narrow);
    note(`${name}, narrow`, [...(await violations(page)), ...(await overflow(page))]);
    if (name !== "review") note(`${name}, narrow`, await lowTargets(page)); // there they grow for a finger, not for a narrow window
    await page.setViewportSize(wide);
  };
}

/** A workshop in which something of everything has happened. */
async function busyDay(s) {
  const w = await s.workshop();
  const [chair, rapporteur] = [await w.staff("chair"), await w.staff("rapporteur")];
  const officers = await Promise.all([1, 2, 3].map((n) => w.participant("officer", { name: `Officer ${n}`, screen: "1" })));
  const [officer, second] = officers;
  const [{ items }, { recommendations }, { groups }] = await Promise.all([chair.topic("day"), chair.topic("texts"), chair.topic("groups")]);
  const [one, two] = recommendations;
  await chair.do("session.start", { session: items[0].id });
  await officer.do("participant.introduce", { line: "ดูแลการศึกษาของจังหวัด" });
  await officer.do("question.ask", { text: "ใครจ่ายค่าล่าม", lang: "th" });
  await second.do("question.ask", { text: "Who trains the interpreters?", lang: "en" });
  await chair.do("question.answer", { question: (await chair.topic("questions")).questions[0].id, answer: "The province." });
  await officer.do("group.join", { group: groups[0].id });
  await officer.do("card.add", { group: groups[0].id, domain: groups[0].domains[0].id, text: "A place to ask" });
  await agree(chair, officers, 1);
  const row = { action: "Name the contacts", lead: "Education office", firstStep: "Letter to all schools", firstStepBy: at("Etc/GMT", 14_400).date, due: at("Etc/GMT", 86_400).date };
  await officer.do("action.put", { group: groups[0].id, recommendation: one.id, row });
  const [segment] = two.segments;
  await rapporteur.do("wording.edit", { segment: segment.id, lang: "en", rev: 1, text: "Open a help desk with interpreters at every hospital." });
  await officer.do("amendment.propose", { segment: segment.id, lang: "en", rev: 2, text: "Open a help desk with interpreters at every hospital and clinic.", reason: "Clinics are nearer." });
  await second.do("objection.raise", { recommendation: two.id, reason: "There is no budget.", remedy: "A budget line." });
  await second.do("stance.give", { recommendation: two.id, stance: "reserve", text: "Only with a budget." });
  let translated = false;
  const translate = async () => {
    if (!translated) await rapporteur.do("wording.edit", { segment: segment.id, lang: "th", rev: 1, text: "เปิดจุดบริการที่มีล่ามในโรงพยาบาลทุกแห่ง" });
    translated = true;
  };
  const open = async () => {
    await translate();
    await chair.do("round.open", { recommendations: [two.id], criteria: ["priority", "effects", "resources", "equity"], minutes: 10 });
  };
  const { results } = await chair.topic("rounds");
  return { chair, group: groups[0].id, agreed: one.id, round: results[0].round, translate, open };
}
