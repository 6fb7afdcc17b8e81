// The browser and the people at it. Whatever a page reports as an error fails
// the story, unless the story said beforehand that it would come.
import assert from "node:assert/strict";
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
const patience = 10_000;

/** Starts the browser. Ends with the test `t`. */
export async function startBrowser(t) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: flags });
  t.after(() => browser.close());
  return browser;
}

/** Somebody with a device: a page, the words of their language, and what went
 * wrong on it. */
export class Person {
  static async at(browser, base, device, lang, options = {}) {
    const context = await browser.newContext({ ...sizes[device], locale: locales[lang], baseURL: base, acceptDownloads: true, ...options });
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

  /** Waits until a text is seen. */
  sees(text, within = this.page) {
    return within.getByText(text).first().waitFor();
  }

  /** Waits until a text is no longer there. */
  gone(text, within = this.page) {
    return within.getByText(text).first().waitFor({ state: "detached" });
  }

  button(name, within = this.page) {
    return within.getByRole("button", { name, exact: typeof name === "string" });
  }

  press(name, within = this.page) {
    return this.button(name, within).click();
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
export const lost = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|NETWORK_CHANGED|ABORTED|FAILED)/;
