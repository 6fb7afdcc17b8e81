// A server of one's own: the real program on a free port and a fresh folder.
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const binary = join(root, "out", "sala");

/** Starts `sala serve` and waits for its setup link. Ends with the test `t`. */
export async function startServer(t) {
  const dir = await mkdtemp(join(tmpdir(), "sala-e2e-"));
  const server = new Server(dir, await freePort());
  t.after(async () => {
    await server.kill();
    await rm(dir, { recursive: true, force: true });
  });
  await server.start();
  return server;
}

class Server {
  constructor(dir, port) {
    this.dir = dir;
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Starts, also again on the same folder and port. */
  async start() {
    const at = `127.0.0.1:${this.port}`;
    this.running = run(["serve", "--data", this.dir, "--listen", at, "--address", at]);
    const [, link] = await this.running.says(/open this link.*?(http:\S+)/s);
    this.setup = link;
  }

  /** Ends it as a power cut would: kill -9. */
  async kill() {
    await this.running?.end("SIGKILL");
  }
}

/** Runs the program. `says` waits for words on its standard output, `end`
 * sends a signal and waits until it is gone, `gone` is its exit code. */
export function run(args) {
  const child = spawn(binary, args, { stdio: ["ignore", "pipe", "pipe"] });
  const output = { out: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (output.out += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (output.errors += text));
  const bury = () => child.kill("SIGKILL"); // when the test runner itself is stopped
  process.once("exit", bury);
  const gone = new Promise((resolve, reject) => {
    child.once("error", reject); // not built
    child.once("close", resolve);
  }).finally(() => process.off("exit", bury));
  const says = (pattern) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = output.out.match(pattern);
        if (found) resolve(found);
      };
      child.stdout.on("data", look);
      gone.then((code) => reject(new Error(`sala ${args[0]} ended with ${code}: ${output.errors || output.out}`)), reject);
      look();
    });
  const end = (signal) => {
    child.kill(signal);
    return gone;
  };
  return { says, end, gone, output };
}

/** A port that nobody listens on, outside the range that outgoing connections
 * take from: else a browser's could take it while the server is down. */
export async function freePort() {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(10_000, 30_000);
    if (await isFree(port)) return port;
  }
  throw new Error("no free port");
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer().once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
