import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  src: string;
  alt: string;
  drawn?: (box: HTMLElement) => void; // is called with the drawing in the page
}

/** A drawing of the server's, set into the page: in an <img> it would not have
 * the page's font, and a phone without Thai would show boxes. Until it is
 * there, and where it cannot be had, the <img> stands in. */
export function Picture({ src, alt, drawn }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const abort = new AbortController();
    fetch(src, { signal: abort.signal })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject()))
      .then((text) => {
        box.current!.innerHTML = text.replace(/ style="[^"]*"/g, ""); // the page's policy forbids them
        drawn?.(box.current!);
      })
      .catch(() => {});
    return () => abort.abort();
  }, [src]);
  return <div class="picture" ref={box} key={src}><img src={src} alt={alt} /></div>;
}
