// The browser and the people at it. Whatever a page reports as an error fails
// the story, unless the story said beforehand that it would come.
import assert from "node:assert/strict";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { words } from "./words.mjs";

const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const sizes = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  projector: { viewport: { width: 1280, height: 720 } },
};

const locales = { th: "th-TH", en: "en-GB" };

/** How long a person waits for something to appear, in ms. */
export const patience = 30_000;

let browser;

/** The browser of this file's stories, started for the first of them. */
function theBrowser() {
  browser ??= chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: flags });
  return browser;
}

after(async () => (await browser)?.close());

/** Somebody with a device: a page, the words of their language, and what went
 * wrong on it. */
export class Person {
  /** Opens a device; it is put away at the end of the test `t`. */
  static async at(t, base, device, lang, options = {}) {
    const context = await (await theBrowser()).newContext({ ...sizes[device], locale: locales[lang], baseURL: base, acceptDownloads: true, ...options });
    t.after(() => context.close());
    context.setDefaultTimeout(patience);
    const person = new Person(context, lang, base);
    person.page = await context.newPage();
    return person;
  }

  constructor(context, lang, base) {
    this.context = context;
    this.lang = lang;
    this.t = words(lang);
    this.faults = [];
    this.expected = [];
    this.elsewhere = [];
    context.on("weberror", (e) => this.faults.push(`page error: ${e.error().stack}`));
    context.on("console", (m) => this.heard(m));
    context.on("request", (r) => {
      const { protocol, origin } = new URL(r.url());
      if (protocol.startsWith("http") && origin !== base) this.elsewhere.push(r.url());
    });
  }

  heard(message) {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const text = `${message.text()} (${message.location().url})`;
    if (!this.expected.some((pattern) => pattern.test(text))) this.faults.push(`console ${message.type()}: ${text}`);
  }

  /** From here on the browser may report this: it notes each refusal (4xx) and
   * each lost connection as an error of the network. */
  expect(...patterns) {
    this.expected.push(...patterns);
  }

  /** Opens a page; a live one has come alive when this returns. */
  async open(path, { live = true } = {}) {
    await this.page.goto(path);
    if (live) await this.alive();
  }

  async alive() {
    await this.page.locator("html.alive").waitFor();
  }

  // What a person does and sees, by the key of the words in their language.

  button(key, args) {
    return this.page.getByRole("button", { name: whole(this.t(key, args)) });
  }

  link(key, args) {
    return this.page.getByRole("link", { name: whole(this.t(key, args)) });
  }

  field(key, args) {
    return this.page.getByLabel(whole(this.t(key, args)));
  }

  heading(key, args) {
    return this.page.getByRole("heading", { name: part(this.t(key, args)) });
  }

  /** A message of the program that speaks up, such as a refusal. */
  alert(key, args) {
    return this.page.getByRole("alert").getByText(part(this.t(key, args)));
  }

  press(key, args) {
    return this.button(key, args).click();
  }

  /** Chooses one of several. A choice is drawn over its input, hence `force`. */
  choose(key, args) {
    return this.page.getByRole("radio", { name: whole(this.t(key, args)) }).check({ force: true });
  }

  /** Waits until words are seen. */
  sees(key, args) {
    return this.reads(this.t(key, args));
  }

  /** Waits until a text is seen: part of what somebody typed, or a pattern. */
  reads(text) {
    return this.text(text).waitFor();
  }

  /** The first place where a text is seen. */
  text(text) {
    return this.page.getByText(part(text)).filter({ visible: true }).first();
  }

  /** Waits until words are no longer seen. */
  gone(key, args) {
    return this.text(this.t(key, args)).waitFor({ state: "hidden" });
  }

  /** Waits until the server has all that was done here. */
  allSent() {
    return this.page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.split("|")[4] === "out"));
  }

  /** When words are first seen as the whole text of something, or of some kind
   * of element, in unix ms. */
  firstSees(key, args, css = "*") {
    return this.page.evaluate(firstSeen, [this.t(key, args), css]);
  }

  /** Presses a button; when, in unix ms. */
  async pressAt(key, args) {
    const pressed = this.page.evaluate(() => new Promise((tell) => addEventListener("click", () => tell(Date.now()), { capture: true, once: true })));
    await this.press(key, args);
    return pressed;
  }

  /** Fails when a page went wrong or asked for something from elsewhere. */
  check() {
    assert.deepEqual(this.faults, [], "the pages report no error");
    assert.deepEqual(this.elsewhere, [], "no request leaves the site");
  }
}

/** The browser notes a refused command so. */
export const refusal = (status) => new RegExp(`Failed to load resource: the server responded with a status of ${status}`);
/** And a server that cannot be reached so. */
export const lost = /net::ERR_/;

// Thai words are held together by word joiners that nobody sees; a story
// writes a text without them.
const loose = (text) =>
  text
    .replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
    .replace(/\s/g, "\\s")
    .replace(/(?<=[ก-๎])(?=[ก-๎])/g, "\u2060?");

/** Finds a text somewhere, however it is held together. */
export const part = (text) => (text instanceof RegExp ? text : new RegExp(loose(text)));

/** Finds exactly a text. */
export const whole = (text) => new RegExp(`^${loose(text)}$`);

/** Runs in the page. */
function firstSeen([text, css]) {
  return new Promise((tell) => {
    const look = () => {
      const all = [...document.body.querySelectorAll(css)];
      if (!all.some((e) => e.textContent.replaceAll("\u2060", "").trim() === text && e.checkVisibility())) return;
      watch.disconnect();
      tell(Date.now());
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  });
}
