// Without JavaScript one can join, and read the programme and the texts.
import assert from "node:assert/strict";
import { part, whole } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";
import { roleGroups, texts } from "./lib/workshop.mjs";

const opening = { th: "พิธีเปิด", en: "Opening" };

for (const [lang, other] of [["th", "en"], ["en", "th"]]) {
  story(`without JavaScript a person joins and reads (${lang})`, async (s) => {
    await s.workshop();
    const phone = await s.person("phone", lang, { javaScriptEnabled: false });
    await phone.open("/", { live: false });
    await phone.field("home.code").fill(s.at.code);
    await phone.press("home.join");
    await phone.page.getByRole("radio", { name: part(roleGroups.school[lang]) }).check({ force: true });
    await phone.press("join.send");

    await phone.heading("phone.programme").waitFor();
    assert.equal(await language(phone), lang);
    for (const text of [opening[lang], ...texts.flatMap((t) => [t.th, t.en])]) await phone.reads(text);
    assert.equal(await phone.page.locator("noscript").innerText(), phone.t("phone.noscript"));

    // The other language is one button away.
    await phone.page.getByRole("form", { name: part(phone.t("common.languages")) }).getByRole("button", { name: whole(phone.t(`common.self.${other}`)) }).click();
    assert.equal(await language(phone), other);
    await phone.reads(opening[other]);
  });
}

const language = (phone) => phone.page.locator("html").getAttribute("lang");
