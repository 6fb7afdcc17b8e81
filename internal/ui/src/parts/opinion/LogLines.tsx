import type { ComponentChildren } from "preact";
import { saidIn, say, t, tidy } from "../../lib";
import type { Statement } from "../../types";

/** Statements with what became of them, and why; children is what can be done with one. */
export function LogLines({ statements, children }: { statements: Statement[]; children?: (s: Statement) => ComponentChildren }) {
  return (
    <ul class="opinion-log">
      {statements.map((s) => (
        <li key={s.id}>
          <Words s={s} />
          {s.seeded && s.log.length === 0 && <p class="small soft">{t("opinion.seeded")}</p>}
          <Fate s={s} />
          {children?.(s)}
        </li>
      ))}
    </ul>
  );
}

/** The statement in the reader's language, or that its text was taken out. */
export function Words({ s }: { s: Statement }) {
  if (Object.keys(s.text).length === 0) return <p class="soft">{t("opinion.gone")}</p>;
  return <p lang={saidIn(s.text)}>{tidy(say(s.text))}</p>;
}

function Fate({ s }: { s: Statement }) {
  return (
    <>
      {s.log.map((line, i) => (
        <p class="small soft" key={i}>
          {t("opinion.log-line", { at: line.at, as: t(`opinion.status.${line.as}`) })}
          {line.reason && <> · {t("opinion.reason")}: {tidy(line.reason)}</>}
        </p>
      ))}
    </>
  );
}
