// Asking the server on a bad network: what hangs is given up.

const PATIENCE = 20_000; // milliseconds until the whole answer is there

/** What the server said; the body of an error that is not Sala's own is null. */
export interface Answer {
  status: number;
  ok: boolean;
  body: any;
}

/** Asks, and rejects when the answer has not come in time, head and body, or
 * says yes but is not the server's: the login page of a Wi-Fi, say. */
export async function askInTime(address: string, init: RequestInit = {}, patience = PATIENCE): Promise<Answer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const answer = await fetch(address, { ...init, signal: abort.signal });
    const body = parsed(await answer.text());
    if (answer.ok && !body) throw new Error("not an answer of the server");
    return { status: answer.status, ok: answer.ok, body };
  } finally {
    clearTimeout(timer);
  }
}

function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
