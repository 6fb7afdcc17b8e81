// Recommendations and evidence from a JSON file, in the shape of the demo's:
// {"recommendations": [{"text_en", "text_th", "proposed_owner", "evidence"}]}
// and {"evidence": [{"id", "statement_en", "source", "gender"}]}.
import type { Evidence, Recommendation, Text } from "./types";

export interface Loaded {
  recommendations: Recommendation[];
  evidence: Evidence[];
  madeUp: boolean; // the file says that it was written for a demonstration
}

/** Reads a file; null when it holds neither. */
export function readFile(text: string): Loaded | null {
  let file: any;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
  const recs = list(Array.isArray(file) ? file : file?.recommendations).map(recommendation).filter((r) => Object.keys(r.segments[0]).length > 0);
  const evidence = list(file?.evidence).map(fact).filter((e) => e.id);
  const madeUp = list(file?.recommendations).some((r) => "seed_ratings" in r || /written by us|made up|invented/i.test(String(r.status ?? "")));
  return recs.length + evidence.length > 0 ? { recommendations: recs, evidence, madeUp } : null;
}

const list = (value: unknown): any[] => (Array.isArray(value) ? value.filter((v) => v && typeof v === "object") : []);

/** The texts of keys such as text_en and text_th. */
function inLanguages(thing: any, name: string): Text {
  const found = Object.entries(thing).flatMap(([key, value]) => {
    const lang = new RegExp(`^${name}_([a-z]{2,3})$`).exec(key)?.[1];
    return lang && typeof value === "string" && value.trim() ? [[lang, value.trim()]] : [];
  });
  return Object.fromEntries(found);
}

function recommendation(r: any): Recommendation {
  const owner = inLanguages(r, "proposed_owner");
  if (typeof r.proposed_owner === "string" && !owner.en) owner.en = r.proposed_owner;
  const ids = Array.isArray(r.evidence) ? r.evidence.filter((id: unknown) => typeof id === "string") : [];
  return { segments: [inLanguages(r, "text")], owner, evidence: ids.map((id: string) => ({ id, statement: {} })) };
}

function fact(e: any): Evidence {
  return {
    id: String(e.id ?? ""),
    statement: inLanguages(e, "statement"),
    source: String(e.source?.title ?? ""),
    url: String(e.source?.url ?? ""),
    gender: String(e.gender ?? ""),
  };
}

/** Gives recommendations the statements of the evidence that they name. */
export function withEvidence<T extends Recommendation>(recs: T[], evidence: Evidence[]): T[] {
  const byId = new Map(evidence.map((e) => [e.id, e]));
  return recs.map((r) => ({ ...r, evidence: r.evidence.map((e) => byId.get(e.id) ?? e) }));
}
