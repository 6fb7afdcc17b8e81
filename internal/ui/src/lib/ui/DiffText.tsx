import { tidy } from "../text";
import type { Op } from "../../types";

/** A word diff: what was taken out struck through, what was put in underlined. */
export function DiffText({ ops }: { ops: Op[] }) {
  return (
    <>
      {ops.map(({ op, text }, i) => {
        if (op === "-") return <del key={i}>{tidy(text)}</del>;
        if (op === "+") return <ins key={i}>{tidy(text)}</ins>;
        return tidy(text);
      })}
    </>
  );
}
