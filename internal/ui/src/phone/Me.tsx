import { t } from "../lib";
import { Erase } from "./Erase";
import { Introduction } from "./Introduction";
import { seated } from "./parts";
import { Profile } from "./Profile";
import { Sheet } from "./Sheet";

/** What this person gave of themselves, and how to change or erase it. */
export function Me() {
  if (!seated()) return <><h1>{t("phone.tab.me")}</h1><p>{t("phone.me.staff")}</p></>;
  return (
    <>
      <h1>{t("phone.tab.me")}</h1>
      <Sheet />
      <Introduction />
      <Profile />
      <Erase />
    </>
  );
}
