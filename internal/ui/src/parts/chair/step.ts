// Where the one next step is: in the programme or on the table. Only that one
// button is the primary one.
import { topic } from "../../lib";

export function nextStep(): "programme" | "table" {
  const day = topic("day").value;
  if (day.closed || topic("rounds").value.open) return "table";
  const on = day.items.find((i) => i.id === day.now);
  if (!on) return day.next ? "programme" : "table";
  return on.decides && day.over === 0 ? "table" : "programme";
}
