import { useSignal } from "@preact/signals";
import { langName, me, refreshMe, saidIn, say, t, tidy, topic, url } from "../lib";

const consents = ["report", "screen", "photo"];

/** Name, language, role group and consents: sent at once, so it needs the
 * connection. */
export function Profile() {
  const said = useSignal<"" | "saved" | "failed">("");
  const day = topic("day").value;
  const { alias } = me.value;
  const save = async (e: Event) => {
    e.preventDefault();
    said.value = (await post(e.currentTarget as HTMLFormElement)) ? "saved" : "failed";
    await refreshMe();
  };
  return (
    <form class="stack" onSubmit={save} onInput={() => (said.value = "")} key={me.value.id}>
      <h2>{t("phone.profile")}</h2>
      <div class="field">
        <label for="me-name">{t("phone.name")}</label>
        <p class="hint" id="me-name-hint">{t("phone.name-hint")}</p>
        <input id="me-name" name="name" type="text" maxLength={120} autocomplete="off" defaultValue={me.value.name} aria-describedby="me-name-hint" />
      </div>
      <div class="field">
        <label for="me-alias">{t("phone.alias")}</label>
        <p class="hint" id="me-alias-hint">{t("phone.alias-hint")}</p>
        <input id="me-alias" name="alias" type="text" maxLength={120} autocomplete="off" defaultValue={alias} aria-describedby="me-alias-hint" />
      </div>
      <div class="field">
        <label for="me-lang">{t("phone.lang")}</label>
        <select id="me-lang" name="lang">
          {day.languages.map((l) => <option key={l} value={l} selected={l === me.value.lang}>{langName(l)}</option>)}
        </select>
      </div>
      <div class="field">
        <label for="me-group">{t("phone.role-group")}</label>
        <select id="me-group" name="roleGroup">
          {day.groups.map((g) => <option key={g.id} value={g.id} lang={saidIn(g.name)} selected={g.id === me.value.group}>{tidy(say(g.name))}</option>)}
        </select>
      </div>
      <fieldset class="choices">
        <legend>{t("phone.consents")}</legend>
        {consents.map((c) => (
          <label class="choice" key={c}>
            <input type="checkbox" name={c} defaultChecked={me.value.consents[c]} />
            <span>{t(`phone.consent.${c}`)}</span>
          </label>
        ))}
      </fieldset>
      <button class="btn">{t("common.save")}</button>
      <p role="status" class={said.value === "failed" ? "over" : ""}>{said.value && t(`phone.profile.${said.value}`)}</p>
    </form>
  );
}

async function post(form: HTMLFormElement): Promise<boolean> {
  const field = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value;
  const given = consents.map((c) => [c, (form.elements.namedItem(c) as HTMLInputElement).checked]);
  const body = { name: field("name"), alias: field("alias"), lang: field("lang"), roleGroup: field("roleGroup"), consents: Object.fromEntries(given) };
  try {
    const answer = await fetch(url("/profile"), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    return answer.ok;
  } catch {
    return false;
  }
}
