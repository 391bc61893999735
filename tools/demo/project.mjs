// A copy of this project in a temporary folder, with its own stack files and its own state.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, quote, verbose } from "./narration.mjs";

const root = join(import.meta.dirname, "../..");

/** Lines of Pulumi's output that the demo omits: progress, and starts of operations whose end is reported as well. */
const NOISE =
  /^(\s*$|@ |.*(creating|updating|deleting|refreshing) \(0s\)|Permalink|\s*Duration:|View (Live|in Browser)|.*warning: using pulumi-resource-pulumi-nodejs)/;

/** Options that make the engine run unattended: not shown. */
const HIDDEN = ["--yes", "--skip-preview"];

export class Project {
  constructor(gatewayUrl) {
    this.folder = mkdtempSync(join(tmpdir(), "mycobot-demo-"));
    for (const name of ["dist", "stacks"]) cpSync(join(root, name), join(this.folder, name), { recursive: true });
    for (const name of ["package.json", "Pulumi.yaml"]) cpSync(join(root, name), join(this.folder, name));
    symlinkSync(join(root, "node_modules"), join(this.folder, "node_modules"));
    mkdirSync(join(this.folder, "state"));
    const {
      MATON_GATEWAY_URL: _1,
      MATON_CONTROL_URL: _2,
      MATON_CONNECTION: _3,
      PULUMI_STACK: _4,
      ...inherited
    } = process.env;
    this.env = {
      ...inherited,
      PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
      PULUMI_BACKEND_URL: `file://${join(this.folder, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "demo",
      PULUMI_SKIP_UPDATE_CHECK: "1",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      MATON_API_KEY: "demo-key",
      MATON_API_URL: gatewayUrl,
      MYCOBOT_RATE: "10",
    };
  }

  /** Runs pulumi and prints the command and, with --verbose, its output. Resolves with the exit code and the output. */
  async pulumi(...args) {
    command(`pulumi ${args.filter((arg) => !HIDDEN.includes(arg)).join(" ")}`);
    const result = await this.quietly(...args);
    if (verbose)
      quote(
        result.output
          .split("\n")
          .filter((line) => !NOISE.test(line))
          .join("\n"),
      );
    return result;
  }

  quietly(...args) {
    return new Promise((resolve, reject) => {
      const options = { cwd: this.folder, env: this.env, stdio: ["ignore", "pipe", "pipe"] };
      const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never"], options);
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text) => (output += text));
      child.once("error", reject);
      child.once("close", (code) => resolve({ code, output }));
    });
  }

  edit(file, change) {
    const path = join(this.folder, file);
    const before = readFileSync(path, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`the demo's edit of ${file} has no effect`);
    writeFileSync(path, after);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
