import { page } from "../page";
import { languages, t } from "../t";

/** One button per further language, each named in itself. */
export function LangSwitch() {
  return (
    <form class="langs" method="post" action="/lang" aria-label={t("common.languages")} onSubmit={keepPlace}>
      <input type="hidden" name="back" value={location.pathname + location.search} />
      {languages.map((lang) => (
        <button key={lang} name="lang" value={lang} lang={lang} aria-pressed={lang === page.lang} class="langs-one">
          {t(`common.self.${lang}`)}
        </button>
      ))}
    </form>
  );
}

/** The part after # is where the reader is; the server never sees it. */
function keepPlace(e: Event) {
  const back = (e.currentTarget as HTMLFormElement).elements.namedItem("back") as HTMLInputElement;
  back.value = location.pathname + location.search + location.hash;
}
