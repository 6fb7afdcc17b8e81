import { useSignal } from "@preact/signals";
import { forgetAll, t, url } from "../lib";
import { Opens } from "./parts";

/** Erases a person, after they have read what that means. */
export function Erase() {
  return (
    <section class="stack erase">
      <h2>{t("phone.erase")}</h2>
      <p>{t("phone.erase.what")}</p>
      <Opens label={t("phone.erase.begin")}>{(close) => <Confirm close={close} />}</Opens>
    </section>
  );
}

function Confirm({ close }: { close: () => void }) {
  const failed = useSignal(false);
  const erase = async () => {
    failed.value = !(await post());
    if (failed.value) return;
    forgetAll();
    location.replace("/");
  };
  return (
    <div class="card bad" role="group" aria-label={t("phone.erase.sure")}>
      <p><b>{t("phone.erase.sure")}</b></p>
      <p>{t("phone.erase.after")}</p>
      {failed.value && <p role="alert">{t("phone.erase.failed")}</p>}
      <p class="row">
        <button class="btn danger" onClick={() => void erase()}>{t("phone.erase.do")}</button>
        <button class="btn quiet" onClick={close}>{t("common.cancel")}</button>
      </p>
    </div>
  );
}

async function post(): Promise<boolean> {
  try {
    return (await fetch(url("/erase"), { method: "POST" })).ok;
  } catch {
    return false;
  }
}
