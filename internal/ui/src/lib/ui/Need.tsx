import { useState } from "preact/hooks";
import { t } from "../t";

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Says in the page's language what a required field lacks, where the browser
 * would say it in its own. The first field that lacks something gets the focus. */
export function useNeed(id: string, why?: string) {
  const [lacks, setLacks] = useState(false);
  const said = id + "-needed";
  return {
    lacks,
    said: lacks ? said : "",
    met: () => setLacks(false),
    onInvalid: (e: Event) => {
      e.preventDefault(); // and with it the browser's own sentence
      setLacks(true);
      const control = e.currentTarget as Control;
      if (control.form?.querySelector("input:invalid, textarea:invalid") === control) control.focus();
    },
    words: lacks && <p class="refused" role="alert" id={said}>{why ?? t("common.needed")}</p>,
  };
}
