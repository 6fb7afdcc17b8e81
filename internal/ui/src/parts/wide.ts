import { type Signal, signal } from "@preact/signals";

/** Whether the window is at least so many CSS pixels wide. */
export function atLeast(width: number): Signal<boolean> {
  const query = matchMedia(`(min-width: ${width}px)`);
  const wide = signal(query.matches);
  query.addEventListener("change", () => (wide.value = query.matches));
  return wide;
}
