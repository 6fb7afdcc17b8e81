import { useRef } from "preact/hooks";
import { langName, say, t, tidy, topic } from "../../lib";
import { languages } from "../recommendation";
import { type Gate, type Preview, change } from "./opening";

/** The gate in sentences, in every language of the room, and its numbers. The
 * numbers stay while the server is asked, and when it refuses them. */
export function GateWords({ preview, chosen }: { preview: Preview | null; chosen: Gate | null }) {
  const last = useRef(preview);
  last.current = preview ?? last.current;
  const gate = chosen ?? last.current?.gate;
  if (!gate) return null;
  return (
    <section class="gate-words">
      <h4>{t("chair.open.gate")}</h4>
      {preview && <Sentences sentences={preview.sentences} />}
      {preview?.short.map((s) => (
        <p key={s.group} class="small over" role="status">{t("chair.open.short", { group: groupName(s.group), n: s.quorum, here: s.here })}</p>
      ))}
      <p class="small soft">{t("chair.open.gate-fixed")}</p>
      <details open={chosen !== null}>
        <summary>{t("chair.open.gate-change")}</summary>
        <div class="gate-numbers">{fields.map((f) => <Number key={f.name} field={f} gate={gate} />)}</div>
        <GroupQuorums gate={gate} />
        {chosen && <button type="button" class="btn slim quiet" onClick={() => change({ gate: null })}>{t("chair.open.gate-usual")}</button>}
      </details>
    </section>
  );
}

/** One list of sentences per language, side by side. */
export function Sentences({ sentences }: { sentences: Record<string, string[]> }) {
  return (
    <div class="two-languages">
      {languages().map((lang) => (
        <ol key={lang} lang={lang} aria-label={langName(lang)} class="small">{(sentences[lang] ?? []).map((s) => <li key={s}>{tidy(s)}</li>)}</ol>
      ))}
    </div>
  );
}

interface NumberField {
  name: Exclude<keyof Gate, "group_quorums">;
  words: string;
  step: number;
  of: number; // what a person writes is so many times what the gate holds
}

const fields: NumberField[] = [
  { name: "quorum", words: "quorum", step: 1, of: 1 },
  { name: "median", words: "median", step: 0.5, of: 1 },
  { name: "room_high", words: "high", step: 1, of: 100 },
  { name: "room_low", words: "low", step: 1, of: 100 },
  { name: "floor", words: "floor", step: 0.5, of: 1 },
];

function Number({ field, gate }: { field: NumberField; gate: Gate }) {
  const shown = Math.round(gate[field.name] * field.of * 10) / 10;
  const put = (n: number) => !isNaN(n) && change({ gate: { ...gate, [field.name]: field.name === "quorum" ? Math.floor(n) : n / field.of } });
  return (
    <label>
      <span>{t(`chair.open.${field.words}`)}</span>
      <input type="number" min={0} step={field.step} value={shown} onChange={(e) => put(e.currentTarget.valueAsNumber)} />
    </label>
  );
}

const groupName = (id: string) => say(topic("day").value.groups.find((g) => g.id === id)?.name ?? {});

/** A number for each other role group; without one the group has no quorum. */
function GroupQuorums({ gate }: { gate: Gate }) {
  const { groups, accepting } = topic("day").value;
  const quorums = gate.group_quorums ?? [];
  const put = (group: string, quorum: number) => {
    const rest = quorums.filter((q) => q.group !== group);
    change({ gate: { ...gate, group_quorums: isNaN(quorum) ? rest : [...rest, { group, quorum }] } });
  };
  return (
    <fieldset>
      <legend>{t("chair.open.group-quorums")}</legend>
      <p class="hint small">{t("chair.open.group-quorums-hint")}</p>
      <div class="gate-numbers">
        {groups.filter((g) => g.id !== accepting).map((g) => (
          <label key={g.id}>
            <span>{tidy(say(g.name))}</span>
            <input type="number" min={3} step={1} value={quorums.find((q) => q.group === g.id)?.quorum ?? ""} onChange={(e) => put(g.id, Math.floor(e.currentTarget.valueAsNumber))} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
