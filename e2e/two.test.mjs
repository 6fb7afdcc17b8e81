// Several tabs of one phone are one phone.
import assert from "node:assert/strict";
import { story, until } from "./lib/story.mjs";

const tabs = 8;

story("eight tabs share one live connection", async (s) => {
  await s.workshop();
  const phone = await s.phone("en", "school");
  const open = new Map(); // live connections, each with its page
  const count = (page) => {
    page.on("request", (r) => new URL(r.url()).pathname.endsWith("/live") && open.set(r, page));
    page.on("requestfinished", (r) => open.delete(r));
    page.on("requestfailed", (r) => open.delete(r));
    page.on("close", () => open.forEach((of, r) => of === page && open.delete(r)));
  };
  await phone.page.close();
  phone.context.on("page", count);
  const pages = [];
  for (let n = 0; n < tabs; n++) {
    const page = await phone.context.newPage();
    await page.goto(`/w/${s.at.id}`);
    await page.getByText("Connected").waitFor();
    pages.push(page);
  }
  await until(() => open.size === 1, "eight tabs have one live connection");

  // What happens reaches every tab.
  const chair = await s.at.staff("chair");
  const { items } = await chair.topic("day");
  await chair.do("session.start", { session: items[0].id });
  for (const page of pages) await page.getByRole("heading", { name: "Opening" }).waitFor();

  // When the tab that holds it goes, another one takes over.
  await pages.shift().close();
  await chair.do("session.start", { session: items[1].id });
  for (const page of pages) await page.getByRole("heading", { name: "Agreeing" }).waitFor();
  await until(() => open.size === 1, "seven tabs have one live connection");
});

story("what is typed in one tab is not lost by another", async (s) => {
  await s.workshop();
  const phone = await s.phone("en", "school");
  const first = phone.page;
  await first.goto(`/w/${s.at.id}#ask`);
  await first.getByLabel("Your question").fill("Who pays for the interpreters");
  const second = await phone.context.newPage();
  await second.goto(`/w/${s.at.id}#ask`);
  assert.equal(await second.getByLabel("Your question").inputValue(), "Who pays for the interpreters", "the second tab has the draft");

  // The other tab writes and sends something of its own.
  await second.goto(`/w/${s.at.id}#texts`);
  await second.getByRole("main").getByRole("link").first().click();
  await second.getByRole("button", { name: "Propose an amendment" }).click();
  await second.getByLabel("The paragraph as you would have it").fill("Name two enrolment contacts in every school.");
  await second.getByLabel("Why").fill("One is not enough.");
  await second.getByRole("button", { name: "Send amendment" }).click();
  await second.getByText("Proposed").waitFor();
  assert.equal(await first.getByLabel("Your question").inputValue(), "Who pays for the interpreters", "the first tab still has its own");
  await first.getByRole("button", { name: "Ask" }).click();
  await first.getByRole("listitem").getByText("Who pays for the interpreters").waitFor();
  await second.goto(`/w/${s.at.id}#ask`);
  await second.getByRole("listitem").getByText("Who pays for the interpreters").waitFor();
  const { questions } = await (await s.at.staff("chair")).topic("questions");
  assert.equal(questions.length, 1, "asked once");
});

story("what one tab learns late takes nobody out of a round in another", async (s) => {
  await s.workshop();
  const chair = await s.at.staff("chair");
  const phone = await s.phone("en", "school");
  await phone.sees("common.live.connected");
  await phone.link("phone.tab.ask").click();
  const other = await phone.context.newPage();
  await other.goto(`/w/${s.at.id}`);
  await other.getByText("Connected").waitFor();

  // The first tab's own view is on its way while a round opens.
  await phone.page.evaluate(holdBack, "/me?");
  await phone.field("phone.ask.label").fill("Who pays for the interpreters");
  await phone.press("phone.ask.send");
  await phone.page.waitForFunction(() => globalThis.letGo);
  const { recommendations } = await chair.topic("texts");
  await chair.do("round.open", { recommendations: [recommendations[0].id] });
  const rate = other.getByRole("button", { name: phone.t("phone.rate.send"), exact: true });
  await rate.waitFor();
  await phone.page.evaluate(() => globalThis.letGo());
  await phone.gone("common.waiting", { n: 1 });
  await rate.waitFor();
});

/** In the page: the next answer from an address arrives when it is let go. */
function holdBack(address) {
  const plain = globalThis.fetch;
  globalThis.fetch = async (at, init) => {
    const answer = await plain(at, init);
    if (!globalThis.letGo && String(at).includes(address)) await new Promise((go) => (globalThis.letGo = go));
    return answer;
  };
}
