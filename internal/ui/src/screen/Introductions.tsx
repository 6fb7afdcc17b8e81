import { say, tidy, topic } from "../lib";
import { Both, langs } from "./Both";
import { Fit } from "./Fit";

/** The cards whose authors let the projector show them. */
export function Introductions() {
  const { intro } = topic("screen").value;
  const groups = topic("day").value.groups;
  if (intro.length === 0) return <p class="big centre"><Both k="screen.no-intro" /></p>;
  return (
    <Fit min={0.5} max={1.7} of={intro} class="intros">
      <ul>
        {intro.map((card, i) => (
          <li key={i}>
            <p class="soft">{[card.name, say(groups.find((g) => g.id === card.group)?.name ?? {}, langs()[0])].filter(Boolean).join(" · ")}</p>
            <p>{tidy(card.line)}</p>
          </li>
        ))}
      </ul>
    </Fit>
  );
}
