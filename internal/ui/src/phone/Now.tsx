import { clockIn, minutes, now, page, say, saidIn, spanText, t, tidy, timeText, topic, url } from "../lib";
import type { Day, Item } from "../types";
import { goalText } from "../parts/goal";
import { Later } from "./later";
import { Programme } from "./Programme";

/** What happens now: the report once it is over, the open round, the clock. */
export function Now() {
  const day = topic("day").value;
  const { open, results } = topic("rounds").value;
  const opinion = topic("opinion").value;
  return (
    <>
      <h1 class="hidden-words">{t("phone.tab.now")}</h1>
      {day.closed ? <Closed day={day} /> : <Current day={day} />}
      {!day.closed && Object.keys(topic("captions").value.lines).length > 0 && <Later>{({ Captions }) => <Captions />}</Later>}
      {!day.closed && open && <Later>{({ Rate }) => <Rate round={open} key={open.id} />}</Later>}
      {!open && results.length > 0 && <Later>{({ Results }) => <Results />}</Later>}
      {opinion.id && <p class="card spread"><b>{opinion.open ? t("opinion.open-now") : t("opinion.title")}</b> <a class="btn slim" href="#now/opinion">{t(opinion.open ? "opinion.go" : "opinion.see")}</a></p>}
      <Programme day={day} />
    </>
  );
}

function Current({ day }: { day: Day }) {
  const item = day.items.find((i) => i.id === day.now);
  const next = day.items.find((i) => i.id === day.next);
  return (
    <section class="card now" aria-label={t("common.now")}>
      {item ? <Running item={item} clock={clockIn(day.zone, now.value)} /> : <p>{t(next ? "phone.between" : "phone.nothing-on")}</p>}
      {next && <p class="next"><span class="soft">{t("common.next")} {timeText(next.projected || next.start)}</span> <span lang={saidIn(next.title)}>{tidy(say(next.title))}</span></p>}
    </section>
  );
}

function Running({ item, clock }: { item: Item; clock: string }) {
  const began = minutes(item.began || item.start);
  const length = Math.max(1, minutes(item.end || item.start) - began);
  const left = item.end ? minutes(item.end) - minutes(clock) : null;
  return (
    <>
      <p class="small soft">
        {t("common.now")} · {spanText(item.start, item.end)}
        {left !== null && <> · <span class={left < 0 ? "over" : ""}>{left < 0 ? t("phone.over", { n: -left }) : t("phone.left", { n: left })}</span></>}
      </p>
      <h2 lang={saidIn(item.title)}>{tidy(say(item.title))}</h2>
      {left !== null && <progress max={length} value={Math.min(length, Math.max(0, length - left))} aria-label={t("phone.progress")} />}
    </>
  );
}

const formats = [
  { ext: "html", key: "phone.report.page" },
  { ext: "docx", key: "phone.report.docx" },
  { ext: "pdf", key: "phone.report.pdf" },
];

function Closed({ day }: { day: Day }) {
  const own = day.languages.filter((l) => l === page.lang);
  const langs = [...own, ...day.languages.filter((l) => l !== page.lang)];
  return (
    <section class="card good">
      <h2>{t("phone.closed")}</h2>
      <p>{t("phone.closed-count", { n: day.agreed, of: day.total })}</p>
      {day.goal > 0 && <p>{tidy(goalText(day))}</p>}
      {langs.map((lang) => (
        <p class="report-links" key={lang}>
          <b>{t(`common.language.${lang}`)}</b>
          {formats.map(({ ext, key }, i) => (
            <a key={ext} class={`btn slim ${i === 0 && lang === langs[0] ? "primary" : ""}`} href={url(`/report/report.${lang}.${ext}`)}>{t(key)}</a>
          ))}
        </p>
      ))}
      <p class="small"><a href={url("/record.sala")}>{t("phone.record")}</a> <span class="soft">{t("phone.record-why")}</span></p>
    </section>
  );
}
