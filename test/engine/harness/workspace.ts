import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { type CommandOptions, type Result, runCommand } from "./command.ts";

const root = join(import.meta.dirname, "../../..");

/** A unique key, so that tests can search for it in files and output. */
export const TEST_KEY = "maton-key-9f2c71d4e8";

export interface StateResource {
  urn: string;
  type: string;
  id?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

export interface PreviewStep {
  op: string;
  urn: string;
  detailedDiff?: Record<string, unknown> | null;
  newState?: StateResource;
  oldState?: StateResource;
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  onStart?: (pid: number) => void;
}

/** A temporary project with this repository's program and packages, its own stack files and its own state. */
export class Workspace {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.folder = folder;
    this.#env = env;
  }

  /** `url`: the address of the gateway. */
  static async create(url: string, env: NodeJS.ProcessEnv = {}): Promise<Workspace> {
    const folder = await mkdtemp(join(tmpdir(), "mycobot-workspace-"));
    await Promise.all([
      cp(join(root, "dist"), join(folder, "dist"), { recursive: true }),
      cp(join(root, "package.json"), join(folder, "package.json")),
      cp(join(root, "Pulumi.yaml"), join(folder, "Pulumi.yaml")),
      symlink(join(root, "node_modules"), join(folder, "node_modules")),
      mkdir(join(folder, "stacks")),
      mkdir(join(folder, "state")),
    ]);
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(PULUMI|MATON|MYCOBOT|WHATSAPP|npm|VITEST)/.test(name),
    );
    return new Workspace(folder, {
      ...Object.fromEntries(inherited),
      ...(process.env.PULUMI_HOME === undefined ? {} : { PULUMI_HOME: process.env.PULUMI_HOME }),
      PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
      PULUMI_BACKEND_URL: `file://${join(folder, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "test",
      PULUMI_SKIP_UPDATE_CHECK: "1",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      NO_COLOR: "1",
      MATON_API_KEY: TEST_KEY,
      MATON_API_URL: url,
      ...env,
    });
  }

  async writeStack(name: string, content: unknown): Promise<void> {
    await this.write(`stacks/${name}.yaml`, typeof content === "string" ? content : stringify(content));
  }

  async write(file: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.folder, file)), { recursive: true });
    await writeFile(join(this.folder, file), content);
  }

  pulumi(args: readonly string[], options: RunOptions = {}): Promise<Result> {
    return this.run("pulumi", [...args, "--non-interactive"], options);
  }

  run(command: string, args: readonly string[], { env = {}, onStart }: RunOptions = {}): Promise<Result> {
    const options: CommandOptions = {
      cwd: this.folder,
      env: { ...this.#env, ...env },
      ...(onStart === undefined ? {} : { onStart }),
    };
    return runCommand(command, args, options);
  }

  init(stack: string): Promise<Result> {
    return this.pulumi(["stack", "init", stack]);
  }

  up(stack: string, args: readonly string[] = [], options: RunOptions = {}): Promise<Result> {
    return this.pulumi(["up", "-y", "-f", "-s", stack, ...args], options);
  }

  preview(stack: string, args: readonly string[] = [], options: RunOptions = {}): Promise<Result> {
    return this.pulumi(["preview", "--diff", "-s", stack, ...args], options);
  }

  refresh(stack: string, args: readonly string[] = [], options: RunOptions = {}): Promise<Result> {
    return this.pulumi(["refresh", "-y", "-f", "--diff", "-s", stack, ...args], options);
  }

  destroy(stack: string, args: readonly string[] = [], options: RunOptions = {}): Promise<Result> {
    return this.pulumi(["destroy", "-y", "-f", "-s", stack, ...args], options);
  }

  async previewSteps(stack: string, options: RunOptions = {}): Promise<PreviewStep[]> {
    const result = await this.pulumi(["preview", "--json", "-s", stack], options);
    const parsed = JSON.parse(result.stdout) as { steps?: PreviewStep[] };
    return parsed.steps ?? [];
  }

  /** The resources in the state of the stack. */
  async state(stack: string): Promise<StateResource[]> {
    const { stdout } = await this.pulumi(["stack", "export", "-s", stack]);
    const parsed = JSON.parse(stdout) as { deployment: { resources?: StateResource[] } };
    return parsed.deployment.resources ?? [];
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), "utf8");
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
