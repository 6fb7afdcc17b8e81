// A server of one's own: the real program on a free port and a fresh folder.
import { spawn } from "node:child_process";
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
 * sends a signal and waits until it is gone. */
export function run(args, options = {}) {
  const child = spawn(binary, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  const gone = new Promise((resolve) => child.once("close", resolve));
  const bury = () => child.kill("SIGKILL"); // when the test runner itself is stopped
  process.once("exit", bury);
  void gone.then(() => process.off("exit", bury));
  let out = "";
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
  child.stdout.setEncoding("utf8");
  const says = (pattern) =>
    new Promise((resolve, reject) => {
      const look = (text = "") => {
        out += text;
        const found = out.match(pattern);
        if (!found) return;
        child.stdout.off("data", look);
        resolve(found);
      };
      child.stdout.on("data", look);
      child.once("error", reject);
      void gone.then((code) => reject(new Error(`sala ${args[0]} ended with ${code}: ${errors || out}`)));
      look();
    });
  child.stdout.on("data", () => {}); // keeps the pipe from filling
  const end = (signal) => {
    child.kill(signal);
    return gone;
  };
  return { says, end, gone, output: () => ({ out, errors }) };
}

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
