import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Result, runCommand } from "./command.ts";
import { TEST_KEY } from "./workspace.ts";

const root = join(import.meta.dirname, "../../..");

/** A project outside this repository, which installs the packed package with npm, as its README says. */
export class OwnRepository {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, gatewayUrl: string) {
    this.folder = folder;
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(PULUMI_STACK|MATON|MYCOBOT|WHATSAPP|VITEST)/.test(name),
    );
    this.#env = {
      ...Object.fromEntries(inherited),
      // Only `pulumi` itself comes from this repository: users install it on their machine.
      PATH: `${join(folder, "node_modules/.bin")}:${join(root, "node_modules/.bin")}:${process.env.PATH}`,
      PULUMI_BACKEND_URL: `file://${join(folder, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_SKIP_UPDATE_CHECK: "1",
      NO_COLOR: "1",
      MATON_API_KEY: TEST_KEY,
      MATON_API_URL: gatewayUrl,
    };
  }

  /** A copy of a folder of `examples`, with the package installed. */
  static async create(example: string, gatewayUrl: string): Promise<OwnRepository> {
    const parent = await mkdtemp(join(tmpdir(), "mycobot-own-"));
    const repository = new OwnRepository(join(parent, example), gatewayUrl);
    await cp(join(root, "examples", example), repository.folder, { recursive: true });
    await mkdir(join(repository.folder, "state"), { recursive: true });
    const pack = ["pack", "--ignore-scripts", "--silent", "--pack-destination", parent, root];
    const packed = await repository.run("npm", pack);
    const archive = join(parent, packed.stdout.trim());
    const installed = await repository.run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", archive]);
    if (packed.code !== 0 || installed.code !== 0) throw new Error(`${packed.output}\n${installed.output}`);
    return repository;
  }

  run(command: string, args: readonly string[]): Promise<Result> {
    return runCommand(command, args, { cwd: this.folder, env: this.#env });
  }

  pulumi(...args: readonly string[]): Promise<Result> {
    return this.run("pulumi", [...args, "--non-interactive"]);
  }

  /** The installed command. */
  mycobot(...args: readonly string[]): Promise<Result> {
    return this.run("mycobot", args);
  }

  async remove(): Promise<void> {
    await rm(join(this.folder, ".."), { recursive: true, force: true });
  }
}
