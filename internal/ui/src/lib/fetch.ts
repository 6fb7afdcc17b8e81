// Fetching on a bad network: a request that hangs is given up.

const PATIENCE = 20_000; // milliseconds until the answer's head

/** Fetches, and rejects when no answer has begun in time. */
export async function fetchInTime(address: string, init: RequestInit = {}): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    return await fetch(address, { ...init, signal: abort.signal });
  } finally {
    clearTimeout(timer);
  }
}
