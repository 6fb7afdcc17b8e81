import { langName, t, topic, url } from "../../lib";

/** What people take home, once the workshop is closed. */
export function Reports() {
  return (
    <section class="card good reports">
      <h2>{t("chair.closed")}</h2>
      {topic("day").value.languages.map((lang) => (
        <div key={lang}>
          <h3>{t("chair.report-in", { lang: langName(lang) })}</h3>
          <p class="row">
            <a class="btn slim" href={url(`/report/report.${lang}.pdf`)}>PDF</a>
            <a class="btn slim" href={url(`/report/report.${lang}.docx`)}>DOCX</a>
            <a class="btn slim" href={url(`/report/report.${lang}.html`)}>{t("chair.report-page")}</a>
          </p>
        </div>
      ))}
      <p class="small standing-link"><a href={url("/record.sala")}>{t("chair.record-file")}</a></p>
    </section>
  );
}
