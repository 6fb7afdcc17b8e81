import { t } from "../../lib";
import type { OwnVote } from "../../types";
import { Said } from "./Statement";
import { vote, votes } from "./own";

const choices = [{ value: 1, key: "agree" }, { value: -1, key: "disagree" }, { value: 0, key: "pass" }];

/** One's own answers, to be changed until it closes. */
export function Answers() {
  if (votes.value.length === 0) return null;
  return (
    <details>
      <summary>{t("opinion.your-answers")} ({votes.value.length})</summary>
      <ul class="rated opinion-own">{votes.value.map((v) => <One key={v.statement} v={v} />)}</ul>
    </details>
  );
}

function One({ v }: { v: OwnVote }) {
  return (
    <li>
      <div class="stack">
        <Said text={v.text} />
        <p class="row">
          {choices.map(({ value, key }) => (
            <button key={key} class="btn slim" aria-pressed={v.vote === value} onClick={() => v.vote !== value && vote(v.statement, value)}>{t(`opinion.${key}`)}</button>
          ))}
        </p>
      </div>
    </li>
  );
}
