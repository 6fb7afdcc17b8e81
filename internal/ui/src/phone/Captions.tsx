import { page, t, tidy, topic } from "../lib";

/** What is being said, in the reader's language if somebody types it. */
export function Captions() {
  const { lines } = topic("captions").value;
  const lang = lines[page.lang] ? page.lang : Object.keys(lines)[0];
  if (!lang) return null;
  return (
    <section class="card captions" aria-label={t("phone.captions")}>
      <h2 class="small soft">{t("phone.captions")}</h2>
      <div role="log" lang={lang}>{lines[lang].map((line) => <p key={line.id}>{tidy(line.text)}</p>)}</div>
    </section>
  );
}
