import { Picture, tIn, topic, url } from "../lib";
import type { OpinionMap, OpinionStatement } from "../types";
import { Both, Each, langs } from "./Both";
import { Fit } from "./Fit";

/** The opinion map: the picture, how far to trust it, what unites and divides. */
export function Opinion() {
  const { map, people, from, statements, votes } = topic("opinion").value;
  const floor = langs()[0];
  const said = new Set(map?.unites.slice(0, most).map((s) => s.id));
  if (!map) {
    return (
      <div class="big centre">
        <p><Both k="opinion.counts" args={{ n: statements, m: people, v: votes }} /></p>
        <p class="soft"><Both k="opinion.map-later" args={{ n: from, m: people }} /></p>
      </div>
    );
  }
  return (
    <div class="result opinion-screen">
      <Picture src={url(`/opinion/map.${floor}.svg?projector&v=${map.picture}`)} alt={tIn(floor, "opinion.map-alt")} />
      <Fit min={0.6} max={1.5} of={map}>
        <Trust map={map} />
        <Part k="opinion.unites" list={map.unites} />
        <Part k="opinion.divides" list={map.divides} />
        <Part k="opinion.bridges" list={map.bridges.filter((s) => !said.has(s.id))} />
        <p class="soft note"><Both k="opinion.not" /></p>
      </Fit>
    </div>
  );
}

function Trust({ map }: { map: OpinionMap }) {
  if (map.groups.length < 2) return <p><Both k="opinion.no-groups" /></p>;
  return <p><Both k={`opinion.apart.${map.apart}`} /> <Both k={`opinion.steady.${map.steady}`} /></p>;
}

/** Statements of a kind: few enough to be read from ten metres. */
const most = 2;

function Part({ k, list }: { k: string; list: OpinionStatement[] }) {
  if (list.length === 0) return null;
  return (
    <section>
      <h2 class="soft"><Both k={k} /></h2>
      <ul>{list.slice(0, most).map((s) => <li key={s.id}><b class="opinion-number">{s.number}</b><Each say={(lang) => inOne(s, lang)} /></li>)}</ul>
    </section>
  );
}

/** A statement in a language; what most disagree with says so. */
function inOne(s: OpinionStatement, lang: string): string {
  const text = s.text[lang] ?? "";
  return text && s.for === "disagree" ? `${text} · ${tIn(lang, "opinion.most.disagree")}` : text;
}
