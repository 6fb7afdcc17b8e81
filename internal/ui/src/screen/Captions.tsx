import { topic } from "../lib";
import { Both, langs } from "./Both";
import { Fit } from "./Fit";
import { large } from "./thai";

const shown = 3;

/** What is being said, each language beside the other: the last sentences. */
export function Captions() {
  const { lines } = topic("captions").value;
  const spoken = langs().filter((lang) => lines[lang]);
  if (spoken.length === 0) return <p class="big centre"><Both k="screen.no-captions" /></p>;
  return (
    <Fit min={0.9} max={2.6} of={[lines, spoken]} class="captions">
      <div class="columns">
        {spoken.map((lang) => (
          <div key={lang} lang={lang} role="log">
            {lines[lang].slice(-shown).map((line) => <p key={line.id}>{large(line.text)}</p>)}
          </div>
        ))}
      </div>
    </Fit>
  );
}
