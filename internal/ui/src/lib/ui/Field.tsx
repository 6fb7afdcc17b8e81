import { useLayoutEffect, useRef } from "preact/hooks";
import { draft, setDraft } from "../draft";
import { useNeed } from "./Need";

interface Props {
  field: string; // key of the draft
  label: string;
  hint?: string;
  initial?: string; // shown until something is typed
  lines?: number; // left out: a single line
  maxLength?: number;
  required?: boolean;
  why?: string; // what to say when it is required and left empty
  lang?: string;
  type?: "text" | "date";
  min?: string;
}

/** What the field holds now: the draft, else the initial text. */
export const fieldText = (field: string, initial = "") => draft(field).value ?? initial;

/** A labelled field whose half-typed text survives everything. */
export function Field(props: Props) {
  const id = "f-" + props.field.replace(/[^\w-]/g, "-");
  const need = useNeed(id, props.why);
  const common = {
    id,
    lang: props.lang,
    value: fieldText(props.field, props.initial),
    maxLength: props.maxLength ?? 4000,
    required: props.required,
    "aria-describedby": `${props.hint ? id + "-hint" : ""} ${need.said}`.trim() || undefined,
    "aria-invalid": need.lacks || undefined,
    onInvalid: need.onInvalid,
    onInput: (e: Event) => {
      need.met();
      setDraft(props.field, (e.currentTarget as HTMLInputElement).value);
    },
  };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.hint && <p class="hint" id={id + "-hint"}>{props.hint}</p>}
      {props.lines !== undefined && <Growing {...common} rows={props.lines} />}
      {props.lines === undefined && props.type === "date" && <input {...common} type="date" min={props.min} />}
      {props.lines === undefined && props.type !== "date" && <input {...common} type="text" />}
      {need.words}
    </div>
  );
}

/** A text area that is as high as its text. */
function Growing(props: any) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const style = area.current!.style;
    style.height = "auto";
    style.height = `${area.current!.scrollHeight + 2}px`;
  }, [props.value]);
  return <textarea ref={area} {...props} />;
}
