import { langName, page, saidIn, say, t, tidy } from "../../lib";
import type { Text } from "../../types";
import { next, online, onTheirWay, own, vote, votes } from "./own";

/** The statement to answer now, and how far one is. */
export function Statement() {
  const o = own.value;
  if (!o) return <p class="soft" role="status">{t("phone.loading")}</p>;
  const [now] = next.value;
  const done = votes.value.length;
  return (
    <section class="stack" aria-label={t("opinion.open-now")}>
      <p class="small soft">{t("opinion.progress", { n: done, of: Math.max(o.of, done) })}</p>
      <progress max={Math.max(1, o.of)} value={done} aria-label={t("opinion.progress", { n: done, of: o.of })} />
      {now ? <One key={now.statement} id={now.statement} text={now.text} /> : <Nothing />}
      {onTheirWay.value > 0 && !online.value && <p class="kept small">{t("common.waiting-one")}</p>}
      <p class="small soft">{t("opinion.private")}</p>
    </section>
  );
}

function One({ id, text }: { id: string; text: Text }) {
  const answer = (value: number) => {
    vote(id, value);
    document.getElementById("top")?.focus({ preventScroll: true });
  };
  return (
    <article class="card opinion-one">
      <Said text={text} />
      <div class="opinion-answers">
        <button class="btn primary wide" onClick={() => answer(1)}>{t("opinion.agree")}</button>
        <button class="btn primary wide" onClick={() => answer(-1)}>{t("opinion.disagree")}</button>
        <button class="btn wide" onClick={() => answer(0)}>{t("opinion.pass")}</button>
      </div>
    </article>
  );
}

/** A statement in the reader's language; in another it says so. */
export function Said({ text }: { text: Text }) {
  const lang = saidIn(text);
  return (
    <>
      <p lang={lang} class="opinion-text">{tidy(say(text))}</p>
      {lang !== page.lang && <p class="small soft">{t("opinion.only-in", { lang: langName(lang) })}</p>}
    </>
  );
}

function Nothing() {
  const o = own.value!;
  if (o.of === 0) return <p class="card">{t("opinion.none-yet")}</p>;
  if (votes.value.length < o.of) return <p class="card warn">{t(online.value ? "phone.loading" : "opinion.need-network")}</p>;
  return <div class="card good"><h2>{t("opinion.all-done")}</h2><p>{t("opinion.all-done-why")}</p></div>;
}
