// Random things without crypto.randomUUID, which plain http does not have.

/** 128 random bits in hex. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

/** The wait before try n (0, 1, 2 …): half a second doubled up to 15 s, and
 * anywhere between half of that and all, so that a room does not come back
 * all at once. */
export function backoff(n: number): number {
  const full = Math.min(15_000, 500 * 2 ** n);
  return full / 2 + (Math.random() * full) / 2;
}
