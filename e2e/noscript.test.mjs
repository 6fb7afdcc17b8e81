// Without JavaScript one can join, and read the programme and the texts.
import assert from "node:assert/strict";
import { story } from "./lib/story.mjs";

for (const lang of ["th", "en"]) {
  story(`without JavaScript a person joins and reads (${lang})`, async (s) => {
    await s.workshop();
    const phone = await s.person("phone", lang, { javaScriptEnabled: false });
    await phone.open("/", { live: false });
    await phone.page.getByLabel(phone.t("home.code")).fill(s.at.code);
    await phone.press(phone.t("home.join"));
    await phone.page.getByRole("radio", { name: lang === "th" ? /^โรงเรียน/ : /^Schools/ }).check({ force: true });
    await phone.press(phone.t("join.send"));

    await phone.page.getByRole("heading", { name: phone.t("phone.programme") }).waitFor();
    const [own, other] = lang === "th" ? ["th", "en"] : ["en", "th"];
    await phone.sees({ th: "พิธีเปิด", en: "Opening" }[own]);
    await phone.sees({ th: "ให้โรงเรียนประถมของรัฐทุกแห่ง", en: "Name one enrolment contact" }[own]);
    await phone.sees({ th: "ให้โรงเรียนประถมของรัฐทุกแห่ง", en: "Name one enrolment contact" }[other]);
    await phone.sees(phone.t("phone.noscript"));
    assert.equal(await phone.page.locator("html").getAttribute("lang"), lang);

    // The other language is one button away.
    await phone.page.getByRole("group").or(phone.page.getByRole("form")).getByRole("button", { name: { th: "ไทย", en: "EN" }[other] }).first().click();
    assert.equal(await phone.page.locator("html").getAttribute("lang"), other);
    await phone.sees({ th: "พิธีเปิด", en: "Opening" }[other]);
  });
}
