import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const { version } = createRequire(import.meta.url)("pulumi/package.json");
/** The engine itself, because the launcher of the `pulumi` package would start one more Node process in every run. */
const engine = join(process.env.PULUMI_HOME ?? join(homedir(), ".pulumi"), "versions", version, "bin");

/** The name of the stack and of its file. */
export const STACK = "bench";

/** POSIX `times` prints the CPU time of the shell and of all its descendants. */
const TIMED = '"$@"; code=$?; times >&3; exit $code';

/** The user and system time in seconds, from the second line of `times`: "0m1.70s 0m0.34s". */
function cpuSeconds(times) {
  const [, children] = times.trim().split("\n");
  const [user, system] = children.split(" ").map((text) => {
    const [minutes, seconds] = text.replace("s", "").split("m");
    return Number(minutes) * 60 + Number(seconds);
  });
  return user + system;
}

/** Resident memory of a process and all its descendants in MB. Linux only: 0 elsewhere. */
function residentMegabytes(root) {
  const parents = new Map();
  const pages = new Map();
  for (const entry of existsSync("/proc") ? readdirSync("/proc") : []) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const [, , rest] = /^(.*\)) (.*)$/s.exec(readFileSync(`/proc/${entry}/stat`, "utf8"));
      parents.set(Number(entry), Number(rest.split(" ")[1]));
      pages.set(Number(entry), Number(readFileSync(`/proc/${entry}/statm`, "utf8").split(" ")[1]));
    } catch {
      // It has ended.
    }
  }
  const isOurs = (pid) => pid === root || (parents.has(pid) && isOurs(parents.get(pid)));
  const ours = [...pages.keys()].filter(isOurs);
  return (ours.reduce((sum, pid) => sum + pages.get(pid), 0) * 4096) / 2 ** 20;
}

function run(command, args, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn("sh", ["-c", TIMED, "sh", command, ...args], {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    const texts = { stdout: "", output: "", times: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      texts.stdout += text;
      texts.output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      texts.output += text;
    });
    child.stdio[3].setEncoding("utf8").on("data", (text) => {
      texts.times += text;
    });
    let wall = 0;
    let memory = 0;
    const sampling = setInterval(() => {
      memory = Math.max(memory, residentMegabytes(child.pid));
    }, 200);
    child.once("exit", () => {
      wall = Number(process.hrtime.bigint() - start) / 1e9;
      clearInterval(sampling);
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve({ ...texts, wall, memory, cpu: cpuSeconds(texts.times) });
      else reject(new Error(`${command} ${args.join(" ")} exited with ${code}:\n${texts.output}`));
    });
  });
}

/** A project with its own state in a temporary folder, with the program of the product or of the floor. */
export class Project {
  #folder = mkdtempSync(join(tmpdir(), "mycobot-bench-"));
  #env;

  constructor() {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(PULUMI|MATON|MYCOBOT|WHATSAPP)/.test(name));
    this.#env = {
      ...Object.fromEntries(inherited),
      PATH: [engine, process.env.PATH].join(delimiter),
      PULUMI_BACKEND_URL: `file://${join(this.#folder, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "bench",
      PULUMI_SKIP_UPDATE_CHECK: "1",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      NO_COLOR: "1",
      MATON_API_KEY: "bench",
      MYCOBOT_RATE: "1000",
    };
    symlinkSync(join(root, "node_modules"), join(this.#folder, "node_modules"));
    cpSync(join(root, "package.json"), join(this.#folder, "package.json"));
    cpSync(join(root, "Pulumi.yaml"), join(this.#folder, "Pulumi.yaml"));
  }

  /** The product without a stack file. */
  static empty() {
    const project = new Project();
    cpSync(join(root, "dist"), join(project.#folder, "dist"), { recursive: true });
    mkdirSync(join(project.#folder, "stacks"));
    return project;
  }

  /** The product with the given content of the stack file. */
  static product(stack) {
    const project = Project.empty();
    project.#write(`stacks/${STACK}.yaml`, JSON.stringify(stack, undefined, 2));
    return project;
  }

  /** The floor with the given resources. Its program and handlers are in the same places as those of the product. */
  static floor(resources) {
    const project = new Project();
    mkdirSync(join(project.#folder, "dist/provider"), { recursive: true });
    cpSync(join(import.meta.dirname, "floor/program.mjs"), join(project.#folder, "dist/program.js"));
    cpSync(join(import.meta.dirname, "floor/handlers.mjs"), join(project.#folder, "dist/provider/index.js"));
    for (const folder of ["dist", "dist/provider"])
      project.#write(`${folder}/resources.json`, JSON.stringify(resources));
    return project;
  }

  #write(file, content) {
    writeFileSync(join(this.#folder, file), content);
  }

  /** Runs `pulumi` on the stack. Throws if it fails. */
  pulumi(args, { gateway, env: more } = {}) {
    const env = { ...this.#env, ...(gateway === undefined ? {} : { MATON_API_URL: gateway }), ...more };
    return run("pulumi", [...args, "--stack", STACK, "--non-interactive"], { cwd: this.#folder, env });
  }

  /** Runs `mycobot` in the project. Throws if it fails. */
  mycobot(args, { gateway }) {
    const env = { ...this.#env, MATON_API_URL: gateway };
    return run(process.execPath, ["dist/cli/main.js", ...args], { cwd: this.#folder, env });
  }

  /** Replaces the stack with an empty one. */
  async restart() {
    rmSync(join(this.#folder, "state"), { recursive: true, force: true });
    mkdirSync(join(this.#folder, "state"));
    await this.pulumi(["stack", "init"]);
  }

  async resources() {
    const { stdout } = await this.pulumi(["stack", "export"]);
    return JSON.parse(stdout).deployment.resources;
  }

  /** Size of the stored state in bytes. */
  stateSize() {
    return readFileSync(join(this.#folder, `state/.pulumi/stacks/mycobot/${STACK}.json`)).length;
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
