import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Draws its content in the largest size at which all of it fits, between two
 * sizes in rem. `of` is what the size hangs on: when it changes, it is found
 * anew. */
export function Fit(props: { min: number; max: number; of: unknown; class?: string; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const key = JSON.stringify(props.of);
  useLayoutEffect(() => {
    const fit = () => fitInto(box.current!, props.min, props.max);
    fit();
    addEventListener("resize", fit);
    void document.fonts.ready.then(() => box.current && fit());
    return () => removeEventListener("resize", fit);
  }, [key, props.min, props.max]);
  return <div ref={box} class={`fit ${props.class ?? ""}`}>{props.children}</div>;
}

const steps = 16;

/** Goes down from the largest size until the content fits, then halves the last
 * step until it is finer than anybody sees. A smaller size need not fit where a
 * larger one does: columns follow the letters. */
function fitInto(box: HTMLElement, min: number, max: number) {
  const fits = (rem: number) => {
    box.style.fontSize = `${rem}rem`;
    return box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth;
  };
  if (fits(max)) return;
  const step = (max - min) / steps;
  let [low, high] = [max - step, max];
  while (low > min && !fits(low)) [low, high] = [Math.max(min, low - step), low];
  while (high - low > 0.02) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  fits(low);
}
