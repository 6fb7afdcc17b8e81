// Rounds as the chair opens them and phones rate in them.
import { part } from "./browser.mjs";

/** Opens a round on what is on the table, as the form proposes it. */
export async function openRound(chair, button = "chair.rate") {
  await chair.press(button);
  await chair.press("chair.open.do");
}

/** The choices of a scale: 1 to 9, then "I don't know". */
export const scale = (phone, criterion) => phone.page.getByRole("group", { name: part(phone.t(`scale.${criterion}`)) }).getByRole("radio");

/** Taps a number from 1 to 9 on a scale, or 10 for "I don't know". */
export const tap = (phone, criterion, n) => scale(phone, criterion).nth(n - 1).tap();

/** Taps two numbers and sends them; they have arrived when this returns. */
export async function rate(phone, feasible, acceptable) {
  await tap(phone, "feasible", feasible);
  await tap(phone, "acceptable", acceptable);
  await phone.press("phone.rate.send");
  await phone.sees("phone.rated-all");
  await phone.allSent();
}
