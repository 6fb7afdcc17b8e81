// A disk that takes nothing: the room is told so, and loses nothing.
import { refusal } from "./lib/browser.mjs";
import { story } from "./lib/story.mjs";

story("a phone says why the server cannot save, keeps what was typed and sends it later", async (s) => {
  await s.workshop();
  const chair = await s.staff("chair", "en");
  const phone = await s.phone("th", "school");
  await chair.press("chair.screen.questions");
  phone.expect(refusal(503));
  const message = phone.t("refusal.web.cannot-save");
  await phone.page.route("**/do/**", (route) =>
    route.fulfill({ status: 503, headers: { "Retry-After": "5" }, json: { error: { code: "web.cannot-save", message } } }));
  await phone.link("phone.tab.ask").click();
  await phone.field("phone.ask.label").fill("ใครจ่ายค่าล่าม");
  await phone.press("phone.ask.send");
  await phone.page.getByRole("status").filter({ hasText: message }).waitFor();
  await phone.page.unrouteAll({ behavior: "wait" });
  await chair.reads("ใครจ่ายค่าล่าม");
  await phone.page.getByRole("status").filter({ hasText: message }).waitFor({ state: "detached" });
});
