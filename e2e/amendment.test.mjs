// A participant proposes other words; the chair takes them or says why not.
import assert from "node:assert/strict";
import { joinAs, story, until } from "./lib/story.mjs";
import { refusal } from "./lib/browser.mjs";
import { texts } from "./lib/workshop.mjs";

story("an amendment is accepted as a word diff, another is declined with an answer", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const projector = await s.staff("screen", "en");
  const phone = await s.phone("th", "school");
  await chair.press("chair.show-text");
  await phone.link("phone.tab.texts").click();
  await phone.page.getByRole("main").getByRole("link").first().click();

  await propose(phone, texts[0].th.replace("หนึ่งคน", "สองคน"), "คนเดียวไม่พอ");
  await chair.reads("คนเดียวไม่พอ");
  const change = chair.page.getByRole("region", { name: chair.t("chair.panel-table") });
  assert.deepEqual(await change.getByRole("deletion").allInnerTexts(), ["หนึ่ง"], "one Thai word goes");
  assert.deepEqual(await change.getByRole("insertion").allInnerTexts(), ["สอง"], "and one comes");
  await chair.press("chair.accept");
  await phone.sees("phone.amendment.accepted");
  await projector.page.getByRole("insertion").getByText("สอง").waitFor();
  await phone.sees("common.langstatus.newer", { lang: phone.t("common.language.th") });

  await propose(phone, "ไม่ต้องทำอะไร", "ไม่มีงบประมาณ");
  chair.expect(refusal(422));
  await chair.press("chair.reject");
  await chair.alert("refusal.amendment.no-answer").waitFor();
  await chair.field("chair.your-answer").fill("จังหวัดมีงบประมาณ");
  await chair.press("chair.reject");
  await phone.sees("phone.amendment.rejected");
  await phone.reads("จังหวัดมีงบประมาณ");
});

story("what a form still needs is said in the reader's language, not the browser's", async (s) => {
  await s.workshop();
  const phone = await s.person("phone", "th", { locale: "en-GB" }); // a Thai reader on an English browser
  await phone.open(`/j/${s.at.code}?lang=th`, { live: false });
  await phone.page.getByRole("button", { name: phone.t("join.self.th") }).click();
  phone.expect(refusal(422));
  await phone.press("join.send");
  await phone.alert("refusal.web.no-role-group").waitFor();
  await joinAs(phone, "officer");
  await phone.link("phone.tab.texts").click();
  await phone.page.getByRole("main").getByRole("link").first().click();

  await phone.press("phone.amend");
  await phone.press("phone.amend.send");
  await phone.alert("phone.amend.reason-needed").waitFor();
  await until(() => phone.field("phone.amend.reason").evaluate((f) => f === document.activeElement), "the field has the focus");
  await phone.field("phone.amend.reason").fill("คนเดียวไม่พอ");
  await phone.alert("phone.amend.reason-needed").waitFor({ state: "hidden" });

  await phone.choose("phone.stance.ask");
  await phone.press("phone.stance.send");
  await phone.alert("phone.stance.by-needed").waitFor();
  const today = await phone.field("phone.stance.by").getAttribute("min");
  await phone.field("phone.stance.by").fill("2001-01-01");
  await phone.press("phone.stance.send");
  await phone.alert("phone.stance.by-needed").waitFor();
  await phone.field("phone.stance.by").fill(today);
  await phone.press("phone.stance.send");
  await phone.button("phone.stance.change").waitFor();
});

async function propose(phone, text, reason) {
  await phone.press("phone.amend");
  await phone.field("phone.amend.text").fill(text);
  await phone.field("phone.amend.reason").fill(reason);
  await phone.press("phone.amend.send");
  await phone.sees("phone.amendment.proposed");
}
