/** A small number after a heading; none for nothing. */
export function Count({ n }: { n: number }) {
  return n > 0 ? <span class="count">{n}</span> : null;
}
