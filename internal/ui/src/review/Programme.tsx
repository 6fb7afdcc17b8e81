import { Fragment } from "preact";
import { t } from "../lib/t";
import { dateText } from "../lib/when";
import { Findings } from "./Findings";
import { Item, openItem } from "./Item";
import { langName } from "./languages";
import { addAfter, addDay } from "./order";
import { review } from "./state";
import type { Item as ItemData } from "./types";

/** How many titles each required language lacks. */
function untranslated(items: ItemData[]): [string, number][] {
  const count = (lang: string): [string, number] => [lang, items.filter((i) => !i.title[lang]).length];
  return review.value!.draft.required.map(count).filter(([, n]) => n > 0);
}

/** The programme as a table, a row an item, in the order of the day. */
export function Programme() {
  const items = review.value!.draft.items;
  return (
    <section class="programme-form" aria-labelledby="programme-title">
      <div class="spread">
        <h3 id="programme-title">{t("review.programme")}</h3>
        <p class="soft">{t("review.items", { n: items.length })}{untranslated(items).map(([lang, n]) => ` · ${t("review.still-to-write", { lang: langName(lang), n })}`)}</p>
      </div>
      <Findings />
      {items.length === 0 && <p>{t("review.no-items")}</p>}
      {items.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("review.time")}</th>
              <th scope="col">{t("review.item-title")}</th>
              <th scope="col">{t("review.kind")}</th>
              <td><span class="hidden-words">{t("review.details")}</span></td>
            </tr>
          </thead>
          <tbody>
            {items.map((item, i) => (
              <Fragment key={item.key}>
                {item.date !== items[i - 1]?.date && <tr class="day"><th colSpan={4} scope="colgroup">{item.date ? dateText(item.date) : t("review.no-date")}</th></tr>}
                <Item item={item} i={i} items={items} />
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <p class="row">
        <button type="button" class="btn slim" onClick={() => openItem(addAfter(items.length - 1))}>{t("review.add-item")}</button>
        {items.length > 0 && <button type="button" class="btn slim quiet" onClick={() => openItem(addDay())}>{t("review.add-day")}</button>}
      </p>
    </section>
  );
}
