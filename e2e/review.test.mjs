// The review page: documents in, the programme check, recommendations in two
// languages, and templates.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { overflow, violations } from "./lib/axe.mjs";
import { part, refusal, whole } from "./lib/browser.mjs";
import { story, until } from "./lib/story.mjs";

const programme = [
  "Workshop on schooling",
  "23 November 2026",
  "9:00-10:30 Findings from the province Dr. Speaker One, University",
  "10:30-11:30 Experience from other cities Dr. Speaker Two, City",
  "11:30-12:00 Closing",
];

for (const [device, lang] of [["laptop", "en"], ["phone", "th"]]) {
  story(`a programme without time to agree is mended with one click, and back (${device}, ${lang})`, async (s) => {
    const organiser = await s.person(device, lang);
    await organiser.open(s.server.setup);
    await paste(organiser, programme.join("\n"));
    await organiser.sees("plan.no-decision");
    const ends = organiser.page.locator('input[id$=".end"]');
    await shows(ends, ["10:30", "11:30", "12:00"]);
    await inOrder(organiser);

    await organiser.button("review.plan-apply-named", { what: organiser.t("plan.no-decision") }).click();
    await organiser.sees("review.plan-applied");
    await shows(ends, ["10:00", "11:00", "11:30", "12:00"]);
    await organiser.gone("plan.no-decision");
    await organiser.sees("review.budget-no-texts", { minutes: 30 });

    await organiser.press("review.undo");
    await organiser.sees("plan.no-decision");
    await shows(ends, ["10:30", "11:30", "12:00"]);

    // An edit is checked as well.
    await organiser.page.getByLabel(whole(organiser.t("review.kind-of", { what: "Experience from other cities" }))).selectOption("decision");
    await organiser.page.getByRole("checkbox", { name: part(organiser.t("review.decides")) }).nth(1).check();
    await organiser.gone("plan.no-decision");
  });
}

for (const [device, lang] of [["laptop", "en"], ["phone", "th"]]) {
  story(`role groups are given a quorum, and the workshop has it (${device}, ${lang})`, async (s) => {
    const organiser = await s.person(device, lang);
    await organiser.open(s.server.setup);
    await paste(organiser, programme.join("\n"));
    await organiser.text(organiser.t("review.group-quorums")).click();
    const quorums = organiser.page.locator("details.quorum").getByRole("spinbutton");
    await quorums.nth(0).fill("2"); // fewer than are ever shown: it becomes the least
    await quorums.nth(1).fill("5");
    await quorums.nth(1).blur();
    await organiser.page.reload();
    await organiser.alive();
    await shows(quorums, ["3", "5", ""], 0, 3);
    await quorums.nth(1).fill("");
    await quorums.nth(1).blur();
    await inOrder(organiser);

    // A new role group has nothing of one that was removed.
    await organiser.press("review.add-role-group");
    await quorums.last().fill("4");
    await quorums.last().blur();
    await organiser.button("review.remove-named", { what: organiser.t("review.role-group", { n: 9 }) }).click();
    await organiser.press("review.add-role-group");
    await shows(quorums, ["", ""], 6);
    await organiser.button("review.remove-named", { what: organiser.t("review.role-group", { n: 9 }) }).click();

    await organiser.press("review.create");
    await organiser.press("review.create-now");
    await organiser.page.waitForURL(/\/w\/[^/]+\/links/);
    const { draft } = await organiser.page.evaluate(async () => (await fetch(location.pathname.replace(/links$/, "clone"))).json());
    assert.deepEqual(draft.groupQuorums.map((q) => q.quorum), [3]);
    assert.ok(draft.roleGroups.some((g) => g.id === draft.groupQuorums[0].group && g.id !== draft.acceptingParty));
  });
}

story("a PDF is read, its text put right, and doubts kept are named before anything is made", async (s) => {
  const organiser = await s.person("laptop", "en");
  await organiser.open(s.server.setup);
  const pdf = await printed(organiser, programme);
  await choose(organiser, "review.choose-file", [{ name: "programme.pdf", mimeType: "application/pdf", buffer: pdf }]);
  await organiser.sees("review.items", { n: 3 });
  await organiser.reads("programme.pdf");

  // Each item leads to its line.
  await organiser.page.getByRole("textbox", { name: whole(organiser.t("review.start-of", { what: "Closing" })) }).focus();
  const active = organiser.page.locator(".source li.active");
  assert.match(await active.innerText(), /11:30.*Closing/s);

  await organiser.press("review.correct");
  const text = organiser.page.getByLabel(whole(organiser.t("review.correct-label")));
  await text.fill((await text.inputValue()).replace("Closing", "Agreement on the recommendations\n12:00-12:10 Closing"));
  await organiser.page.reload(); // what is half corrected survives
  await organiser.alive();
  await organiser.press("review.read-again");
  await organiser.sees("review.items", { n: 4 });
  await inOrder(organiser);

  const doubt = organiser.page.locator(".warnings li").first();
  const words = (await doubt.locator("p").first().innerText()).trim();
  await doubt.getByRole("button", { name: part(organiser.t("review.kept")) }).click();
  await organiser.page.reload();
  await organiser.alive();
  await organiser.press("review.create");
  await organiser.sees("review.before-kept", { n: 1 });
  assert.ok((await organiser.page.locator(".before").innerText()).includes(words), "the doubt that is kept is named");
  await inOrder(organiser);
  await organiser.press("review.look-again");
  assert.equal(new URL(organiser.page.url()).pathname, "/new");
});

for (const [device, lang] of [["laptop", "en"], ["phone", "th"]]) {
  story(`what a note says at too great a length is shortened, and each field says so (${device}, ${lang})`, async (s) => {
    const organiser = await s.person(device, lang);
    await organiser.open(s.server.setup);
    const long = "Findings from the province, in more words than a title takes. ".repeat(8).trim();
    await paste(organiser, [...programme.slice(0, 2), `9:00-10:30 ${long}`, "10:30-11:30 Agreement on the recommendations …", "11:30-12:00 Closing"].join("\n"));
    await organiser.sees("review.items", { n: 3 });
    const doubt = organiser.page.locator(".warnings li").filter({ hasText: part(organiser.t("review.shortened-note")) });
    const said = organiser.page.getByText(whole(organiser.t("review.shortened-here", { most: 300 })));
    await doubt.waitFor();
    assert.equal(await said.count(), 1, "a title that ends with … in the note is whole");
    await inOrder(organiser);
    if (process.env.SHOTS) await s.picture(`review, shortened ${lang}`);

    await organiser.press("review.to-field");
    const field = organiser.page.locator("textarea:focus");
    assert.match(await field.inputValue(), /^Findings from the province.* …$/);
    assert.match(await field.getAttribute("aria-describedby"), /-shortened$/);
    await organiser.page.reload(); // what was said stays said
    await organiser.alive();
    assert.equal(await said.count(), 1);
    await organiser.press("review.to-field");
    await field.fill("Findings from the province");
    await said.waitFor({ state: "hidden" });
  });
}

story("files that cannot be read are explained in the reader's language", async (s) => {
  const organiser = await s.person("phone", "th");
  await organiser.open(s.server.setup);
  organiser.expect(refusal(422));
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
  for (const [code, name, buffer] of [["old-format", "note.doc", old], ["scanned", "page.png", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")], ["broken", "note.pdf", Buffer.from("%PDF-1.4 nothing")]]) {
    await choose(organiser, "review.choose-file", [{ name, mimeType: "application/octet-stream", buffer }]);
    await organiser.alert(`refusal.note.${code}`).waitFor();
  }
});

const thai = "ข้อเสนอแนะเชิงนโยบาย\n1. ให้โรงเรียนของรัฐทุกแห่งรับเด็กทุกคนภายใน 30 วัน\n2. จัดให้มีล่ามในโรงพยาบาลจังหวัด\n3. ให้จังหวัดเผยแพร่รายชื่อผู้ประสานงาน\n";
const english = "Policy recommendations\n1. Every public school admits every child within 60 days.\n2. The province publishes the list of contacts.\n";

for (const [device, lang] of [["laptop", "th"], ["phone", "en"]]) {
  story(`recommendations of two documents are put side by side (${device}, ${lang})`, async (s) => {
    const organiser = await s.person(device, lang);
    await organiser.open(s.server.setup);
    await paste(organiser, programme.join("\n"));
    await choose(organiser, "review.load-file", [file("th.txt", thai), file("en.txt", english)]);
    await organiser.sees("review.proposed-doubtful", { n: 2 });
    await organiser.sees("review.pair.numbers-differ");
    await inOrder(organiser);

    // The second English text belongs to the third Thai one.
    const other = organiser.t("common.language.en");
    const second = organiser.t("common.recommendation", { n: 2 });
    await organiser.press("review.shift-down", { what: second, lang: other });
    await organiser.press("review.paste-add", { n: 3 });
    await organiser.gone("review.proposed-doubtful", { n: 2 });
    const written = (n, of) => organiser.page.getByRole("textbox", { name: whole(`${organiser.t("common.recommendation", { n })}, ${organiser.t(`common.language.${of}`)}`) }).inputValue();
    assert.equal(await written(3, "en"), "The province publishes the list of contacts.");
    assert.equal(await written(3, "th"), "ให้จังหวัดเผยแพร่รายชื่อผู้ประสานงาน");
    assert.equal(await written(2, "en"), "");
  });
}

story("a corrected import is kept as a template, without speakers, and begins the next workshop", async (s) => {
  const organiser = await s.person("laptop", "th");
  await organiser.open(s.server.setup);
  await paste(organiser, programme.join("\n"));
  await organiser.field("review.template-name").fill("หนึ่งวัน");
  await organiser.press("review.template-here");
  await organiser.sees("review.template-saved", { name: "หนึ่งวัน" });
  const saved = organiser.page.waitForEvent("download");
  await organiser.press("review.template-file");
  const download = await saved;
  assert.match(download.suggestedFilename(), /\.sala-template\.json$/);
  await inOrder(organiser);

  await again(organiser);
  await organiser.field("review.begin-first").fill("2027-02-01");
  await organiser.page.getByRole("button", { name: whole("หนึ่งวัน") }).click();
  await organiser.sees("review.began-from", { name: "หนึ่งวัน" });
  await organiser.sees("review.items", { n: 3 });
  assert.equal(await organiser.page.getByLabel(part(organiser.t("review.date"))).first().inputValue(), "2027-02-01");
  assert.doesNotMatch(await organiser.page.innerText("main"), /Speaker/);
  await inOrder(organiser);

  await again(organiser);
  await choose(organiser, "review.template-open", [await download.path()]);
  await organiser.sees("review.items", { n: 3 });

  // What was made of it is a past workshop, to begin from as well.
  await organiser.press("review.create");
  await organiser.press("review.create-now");
  await organiser.heading("links.page").waitFor();
  await organiser.open("/new");
  await organiser.text(organiser.t("review.begin")).click();
  await organiser.page.getByRole("group", { name: whole(organiser.t("review.past")) }).getByRole("button").click();
  await organiser.sees("review.items", { n: 3 });
});

const noteWithGoal = [
  "Workshop on schooling",
  "Organised by: Sample Institute",
  "Partners: Sample Foundation",
  "23 November 2026",
  "",
  "Background",
  "Many children of migrant workers do not go to school.",
  "",
  "Expected output",
  "At least 2 of the 3 recommendations are agreed by the provincial officers.",
  "",
  "Agenda",
  "9:00-10:30 Findings from the province",
  "10:30-11:30 Agreement on the recommendations",
].join("\n");

for (const [device, lang] of [["laptop", "en"], ["phone", "th"]]) {
  story(`the expected output is a goal that the day is held against (${device}, ${lang})`, async (s) => {
    const organiser = await s.person(device, lang);
    await organiser.open(s.server.setup);
    await paste(organiser, noteWithGoal);
    await organiser.sees("review.items", { n: 2 });
    const facts = await values(organiser.page.locator(".facts-form textarea"));
    for (const text of ["Sample Institute", "Sample Foundation", "Many children of migrant workers do not go to school."]) {
      assert.ok(facts.includes(text), `${text} is among the facts`);
    }
    const party = lang === "th" ? "เจ้าหน้าที่จังหวัด" : "Provincial officers";
    const goal = organiser.field("review.goal", { party });
    assert.equal(await goal.inputValue(), "number");
    const [needed, of] = [organiser.field("review.goal-needed"), organiser.field("review.goal-total")];
    assert.deepEqual([await needed.inputValue(), await of.inputValue()], ["2", "3"]);

    // Each leads to its line of the note.
    if (device === "laptop") {
      await needed.focus();
      assert.match(await organiser.page.locator(".source li.active").innerText(), /At least 2 of the 3/);
    }
    await inOrder(organiser);

    // With the texts there it can be seen that the goal means others; a share follows them.
    await choose(organiser, "review.load-file", [file("en.txt", english)]);
    await organiser.press("review.paste-add", { n: 2 });
    await organiser.sees("review.goal-differs", { of: 3, n: 2 });
    await goal.selectOption("1/1");
    await organiser.sees("review.goal-comes-to", { n: 2, of: 2 });
    await inOrder(organiser);
    await organiser.press("review.create");
    await organiser.press("review.create-now");
    await organiser.heading("links.page").waitFor();

    await organiser.link("links.to-console").click();
    await organiser.alive();
    await organiser.sees("common.goal-so-far", { n: 0, goal: 2 });
  });
}

/** Throws away what is on the table and opens the other beginnings. */
async function again(organiser) {
  await organiser.press("review.start-over");
  await organiser.press("review.start-over-yes");
  await organiser.text(organiser.t("review.begin")).click();
}

const file = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

async function paste(organiser, text) {
  await organiser.field("review.paste").fill(text);
  await organiser.press("review.paste-read");
}

async function choose(organiser, button, files) {
  const chosen = organiser.page.waitForEvent("filechooser");
  await organiser.press(button);
  await (await chosen).setFiles(files);
}

/** Lines as a PDF, one a paragraph. */
async function printed(organiser, lines) {
  const page = await organiser.context.newPage();
  await page.setContent(lines.map((line) => `<p>${line}</p>`).join(""));
  const pdf = await page.pdf({ format: "A4" });
  await page.close();
  return pdf;
}

/** Waits until the fields hold these values, or those from one to another do. */
async function shows(fields, wanted, from, to) {
  let held;
  const same = async () => isDeepStrictEqual((held = (await values(fields)).slice(from, to)), wanted);
  await until(same, () => `${JSON.stringify(held)} is ${JSON.stringify(wanted)}`);
}

const values = (fields) => fields.evaluateAll((all) => all.map((f) => f.value));

/** The page as it is has nothing for axe-core and fits its window. */
async function inOrder(person) {
  assert.deepEqual([...(await violations(person.page)), ...(await overflow(person.page))], []);
}
