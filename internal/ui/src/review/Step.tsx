import type { ComponentChildren } from "preact";
import { t } from "../lib/t";

/** The names of the three steps. */
export const steps = () => ["note", "understood", "recommendations"].map((step) => t(`review.step-${step}`));

/** The way through a long page. */
export function Steps() {
  return (
    <nav class="steps" aria-label={t("review.steps")}>
      {steps().map((title, i) => <a key={title} href={`#step-${i + 1}`}><span class="step-number">{i + 1}</span>{title}</a>)}
    </nav>
  );
}

/** One of the three steps of the page. */
export function Step(props: { n: number; title: string; beside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="step" id={`step-${props.n}`} aria-labelledby={`step-${props.n}-title`}>
      <div class="step-head">
        <h2 id={`step-${props.n}-title`}><span class="step-number">{props.n}</span>{props.title}</h2>
        {props.beside}
      </div>
      {props.children}
    </section>
  );
}
