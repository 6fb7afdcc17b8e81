import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** A drawing of the server's, put into the page so that its Thai is set in the
 * page's font: a picture in an <img> has none but the system's. */
export function Picture({ src, alt }: { src: string; alt: string }) {
  const svg = useSignal("");
  useEffect(() => {
    svg.value = "";
    void fetchText(src).then((text) => (svg.value = text));
  }, [src]);
  if (!svg.value) return <figure><img src={src} alt={alt} /></figure>;
  return <figure role="img" aria-label={alt} dangerouslySetInnerHTML={{ __html: svg.value }} />;
}

/** The text at an address; empty when it cannot be had. */
async function fetchText(src: string): Promise<string> {
  try {
    const answer = await fetch(src);
    return answer.ok ? withoutStyle(await answer.text()) : "";
  } catch {
    return "";
  }
}

/** Style attributes are not allowed here (the page's security policy). */
const withoutStyle = (svg: string) => svg.replace(/ style="[^"]*"/g, "");
