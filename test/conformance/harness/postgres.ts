import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** The folder of the server programs. Debian has one folder per major version, which is not in PATH. */
function programs(): string {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  const found = [...versions, ...(process.env.PATH ?? "").split(delimiter)].find((folder) =>
    existsSync(join(folder, "initdb")),
  );
  if (found === undefined) throw new Error("the PostgreSQL server is not installed; run apt-get install postgresql");
  return found;
}

/** The user of the server. It refuses to run as root, so root runs it as the user that Debian's package creates. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
  return { uid: id("-u"), gid: id("-g") };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      // The address of a listening TCP server is an AddressInfo.
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** A PostgreSQL server for a test: an empty cluster in a temporary folder, on a loopback port. */
export class Postgres {
  readonly url: string;
  readonly #folder: string;
  readonly #server: ChildProcess;

  private constructor(url: string, folder: string, server: ChildProcess) {
    this.url = url;
    this.#folder = folder;
    this.#server = server;
  }

  static async start(): Promise<Postgres> {
    const bin = programs();
    const owner = account();
    const folder = mkdtempSync(join(tmpdir(), "mycobot-postgres-"));
    const data = join(folder, "data");
    mkdirSync(data, { mode: 0o700 });
    if (owner.uid !== undefined && owner.gid !== undefined)
      for (const path of [folder, data]) chownSync(path, owner.uid, owner.gid);
    const initdb = spawnSync(join(bin, "initdb"), ["-D", data, "-U", "mycobot", "--auth=trust", "--no-sync"], {
      ...owner,
      cwd: folder,
      encoding: "utf8",
    });
    if (initdb.status !== 0) throw new Error(`initdb failed: ${initdb.stderr}`);
    const port = await freePort();
    const server = spawn(
      join(bin, "postgres"),
      ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-k", folder, "-c", "fsync=off"],
      { ...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
    );
    await new Promise<void>((resolve, reject) => {
      let log = "";
      server.once("exit", () => reject(new Error(`PostgreSQL exited: ${log}`)));
      server.stderr.setEncoding("utf8").on("data", (text: string) => {
        log += text;
        if (log.includes("ready to accept connections")) resolve();
      });
    });
    return new Postgres(`postgres://mycobot@127.0.0.1:${port}/postgres?sslmode=disable`, folder, server);
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.removeAllListeners("exit");
      this.#server.once("exit", () => resolve());
      this.#server.kill("SIGINT");
    });
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
