import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../lib/t";
import { tidy } from "../lib/text";
import { langName, langTag } from "./languages";
import { shortenedIn } from "./shortened";
import { at, langs, put, refused, review } from "./state";
import { tidyClock } from "./times";

export const idOf = (path: string) => "f-" + path;

/** Goes to a field as soon as it is drawn, unless the reader has gone elsewhere meanwhile: what they type would land in the wrong one. */
export function focusSoon(field: () => HTMLElement | null) {
  const from = document.activeElement;
  requestAnimationFrame(() => {
    if ([from, document.body].includes(document.activeElement)) field()?.focus();
  });
}

/** Goes to the field of a path or, where it is not drawn, to what holds it. */
export function lookAt(path: string) {
  const field = document.getElementById(idOf(path));
  if (!field && path.includes(".")) return lookAt(path.slice(0, path.lastIndexOf(".")));
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}

/** What the server said about the field of a path. */
export function Refusal({ path }: { path: string }) {
  if (refused.value?.path !== path) return null;
  return <p class="refused" id={idOf(path) + "-refused"}>{tidy(refused.value.message)}</p>;
}

/** Says that the note has more than stands in a field. */
function Shortened({ id, most }: { id: string; most: number }) {
  return <p class="shortened" id={id}>{tidy(t("review.shortened-here", { most }))}</p>;
}

interface Props {
  path: string; // in the draft
  label: string; // seen unless hidden
  hidden?: boolean;
  lang?: string;
  kind?: "line" | "text" | "clock" | "date"; // text may have line ends
  placeholder?: string;
  wanted?: boolean; // marked while it is empty
  most?: number; // characters; else as many as the server takes of a line or a text
}

const LINE = 300;
const TEXT = 4000;

/** One field of the draft, written where it is read. Beside a clock there is no
 * room for a refusal: whoever draws it shows that elsewhere. */
export function Cell(props: Props) {
  const kind = props.kind ?? "line";
  const value: string = at(props.path) ?? "";
  const wrong = refused.value?.path === props.path;
  const cut = shortenedIn(value);
  const about = [wrong && "refused", cut && "shortened"].filter(Boolean).map((what) => `${idOf(props.path)}-${what}`);
  const common = {
    id: idOf(props.path),
    lang: props.lang,
    value,
    placeholder: props.placeholder,
    maxLength: props.most ?? (kind === "text" ? TEXT : LINE),
    class: `cell ${kind} ${props.wanted && !value ? "wanted" : ""}`,
    "aria-label": props.hidden ? props.label : undefined,
    "aria-invalid": wrong || undefined,
    "aria-describedby": about.join(" ") || undefined,
  };
  return (
    <div class="field">
      {!props.hidden && <label for={common.id}>{props.label}</label>}
      <Input kind={kind} path={props.path} common={common} />
      {kind !== "clock" && <Refusal path={props.path} />}
      {cut && <Shortened id={idOf(props.path) + "-shortened"} most={cut.most} />}
    </div>
  );
}

function Input({ kind, path, common }: { kind: string; path: string; common: any }) {
  if (kind === "clock") {
    const tidied = (e: Event) => put(path, tidyClock((e.currentTarget as HTMLInputElement).value));
    return <input {...common} type="text" inputMode="numeric" maxLength={12} autocomplete="off" onInput={(e) => put(path, e.currentTarget.value)} onBlur={tidied} />;
  }
  if (kind === "date") return <input {...common} type="date" onChange={(e) => put(path, e.currentTarget.value)} />;
  return <Growing common={common} path={path} oneLine={kind === "line"} />;
}

const sizesItself = CSS.supports("field-sizing", "content");

/** As high as its text; a line breaks to be read, but holds no line end. */
function Growing({ common, path, oneLine }: { common: any; path: string; oneLine: boolean }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (sizesItself) return;
    const style = area.current!.style;
    style.height = "auto";
    style.height = `${area.current!.scrollHeight + 2}px`;
  }, [common.value]);
  return (
    <textarea ref={area} {...common} rows={1}
      onKeyDown={(e) => oneLine && e.key === "Enter" && e.preventDefault()}
      onInput={(e) => put(path, oneLine ? e.currentTarget.value.replace(/\s*[\r\n]+\s*/g, " ") : e.currentTarget.value)} />
  );
}

interface WordsProps {
  path: string; // of a text per language
  label: string;
  hidden?: boolean;
  kind?: "line" | "text";
  stacked?: boolean; // under each other, not side by side
  most?: number; // characters
}

/** A text in every language of the workshop; what is missing is marked. */
export function Words(props: WordsProps) {
  const required = review.value!.draft.required;
  return (
    <div class="words" role="group" aria-label={props.label}>
      {!props.hidden && <p class="field-label" aria-hidden="true">{props.label}</p>}
      <div class={props.stacked ? "stacked" : "beside"}>
        {langs.value.map((lang) => (
          <div class="word" key={lang}>
            <span class="lang-tag" aria-hidden="true">{langTag(lang)}</span>
            <Cell path={`${props.path}.${lang}`} label={`${props.label}, ${langName(lang)}`} hidden kind={props.kind} lang={lang} most={props.most}
              wanted={required.includes(lang)} placeholder={t("review.to-write")} />
          </div>
        ))}
      </div>
    </div>
  );
}
