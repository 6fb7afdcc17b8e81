import { t, url } from "../../lib";
import { onceDone, onceKey } from "../../lib/once";

export interface LetIn {
  id: string;
  link: string;
  qr: string; // an <svg> that the server made
  name: string;
}

type Answer = { ok: true; person: LetIn } | { ok: false; message: string };

/** Lets a person in. This needs the server there and then: the answer is a code
 * to scan. Without it nothing was sent, and what was typed stays. */
export async function letIn(person: { name: string; alias: string; roleGroup: string; lang: string }): Promise<Answer> {
  const asked = JSON.stringify(person);
  try {
    const answer = await fetch(url("/walkin"), {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": onceKey(asked) },
      body: asked,
    });
    const body = await answer.json();
    onceDone();
    if (answer.ok) return { ok: true, person: body };
    return { ok: false, message: body?.error?.message ?? t("common.refused") };
  } catch {
    return { ok: false, message: t("desk.no-connection") };
  }
}
