import type { ComponentChildren } from "preact";

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
