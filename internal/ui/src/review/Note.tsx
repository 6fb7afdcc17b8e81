import { signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import * as store from "../lib/store";
import { t } from "../lib/t";
import { tidy } from "../lib/text";
import { Begin } from "./Begin";
import { Confirm } from "./Confirm";
import { linesOf } from "./lines";
import { readNote, readSample } from "./read";
import { review } from "./state";

/** The first step: a note by file, by hand, or the sample. */
export function NoteIn() {
  return (
    <div class="welcome">
      <div class="welcome-words">
        <h1>{t("review.page")}</h1>
        <p class="lead">{tidy(t("review.lead"))}</p>
        <ol class="way">
          {["note", "understood", "recommendations"].map((step, i) => (
            <li key={step}><span class="step-number">{i + 1}</span><div><b>{t(`review.step-${step}`)}</b><p class="soft">{tidy(t(`review.way-${step}`))}</p></div></li>
          ))}
        </ol>
      </div>
      <div class="ways"><TakeNote /><Begin /></div>
    </div>
  );
}

/** What was read, and a way to read another one. */
export function NoteDone() {
  const r = review.value!;
  const n = linesOf(r.text).length;
  const what = r.text === "" ? t("review.began-from", { name: r.from }) : r.from ? t("review.read-from", { name: r.from, n }) : t("review.read-pasted", { n });
  return (
    <div class="note-done">
      <p><b>{what}</b> <span class="soft">{t("review.kept-nothing")}</span></p>
      <Confirm label={t("review.read-another")} ask={t("review.read-another-ask")}>
        {(close) => <TakeNote done={close} />}
      </Confirm>
    </div>
  );
}

/** What the server reads; it looks at the content, not at the ending. */
export const ACCEPT = ".txt,.md,.markdown,.html,.htm,.docx,.odt,.pdf,.xlsx,.csv,.ics,text/*";

const PASTED = "sala|new|pasted";
const pasted = signal(store.get(PASTED) ?? "");

/** Keeps what was pasted until it was read. */
function keepPasted(text: string) {
  pasted.value = text;
  if (text) store.set(PASTED, text);
  else store.remove(PASTED);
}

function TakeNote({ done }: { done?: () => void }) {
  const over = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal("");
  const file = useRef<HTMLInputElement>(null);
  const take = async (work: () => Promise<string>) => {
    if (busy.value) return;
    busy.value = true;
    problem.value = await work();
    busy.value = false;
    if (problem.value) return;
    keepPasted("");
    done?.();
  };
  const takeFile = (f?: File | null) => f && take(() => readNote(f, f.name));
  const drop = (e: DragEvent) => {
    e.preventDefault();
    over.value = false;
    const dragged = e.dataTransfer?.files[0];
    if (dragged) void takeFile(dragged);
    else keepPasted(e.dataTransfer?.getData("text/plain") || pasted.value);
  };
  const drag = (e: DragEvent) => {
    e.preventDefault();
    over.value = true;
  };
  return (
    <div class="take card">
      <div class={`drop ${over.value ? "over" : ""}`} onDragOver={drag} onDragLeave={() => (over.value = false)} onDrop={drop}>
        <p class="drop-words">{tidy(t("review.drop"))}</p>
        <button type="button" class="btn primary" aria-disabled={busy.value} onClick={() => file.current?.click()}>{t(busy.value ? "review.reading" : "review.choose-file")}</button>
        <input ref={file} type="file" class="hidden-words" tabIndex={-1} aria-hidden="true" accept={ACCEPT}
          onChange={(e) => (void takeFile(e.currentTarget.files?.[0]), (e.currentTarget.value = ""))} />
        <p class="hint">{tidy(t("review.drop-hint"))}</p>
      </div>
      {problem.value && <p class="refused" role="alert">{tidy(problem.value)}</p>}
      <form class="paste" onSubmit={(e) => (e.preventDefault(), void take(() => readNote(new Blob([pasted.value]), "")))}>
        <label class="field-label" for="paste">{t("review.paste")}</label>
        <textarea id="paste" rows={5} value={pasted.value} onInput={(e) => keepPasted(e.currentTarget.value)} />
        <p class="row">
          <button class="btn" aria-disabled={busy.value}>{t("review.paste-read")}</button>
          <button type="button" class="btn quiet" aria-disabled={busy.value} onClick={() => take(readSample)}>{t("review.sample")}</button>
        </p>
      </form>
    </div>
  );
}
