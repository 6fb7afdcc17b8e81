// localStorage that never throws: where a browser forbids it, things are kept
// for as long as the page is open.
const memory = new Map<string, string>();

function probe(): Storage | null {
  try {
    localStorage.setItem("sala|probe", "1");
    localStorage.removeItem("sala|probe");
    return localStorage;
  } catch {
    return null;
  }
}

const disk = probe();

export function get(key: string): string | null {
  return memory.get(key) ?? disk?.getItem(key) ?? null;
}

export function set(key: string, value: string) {
  try {
    if (!disk) throw new Error("no storage");
    disk.setItem(key, value);
    memory.delete(key);
  } catch {
    memory.set(key, value); // forbidden or full
  }
}

export function remove(key: string) {
  memory.delete(key);
  disk?.removeItem(key);
}

/** Every key that begins so, sorted. */
export function keys(prefix: string): string[] {
  const all = disk ? Object.keys(disk) : [];
  return [...new Set([...all, ...memory.keys()])].filter((k) => k.startsWith(prefix)).sort();
}

/** Calls back when another tab changed a key that begins so. */
export function watch(prefix: string, changed: () => void) {
  addEventListener("storage", (e) => {
    if (e.key === null || e.key.startsWith(prefix)) changed();
  });
}
