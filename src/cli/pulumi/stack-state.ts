import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { MycobotError } from "../../errors/index.ts";
// Not through the index, which loads the whole client.
import { redactedLine } from "../../gateway/redact.ts";
import { isObject } from "../../model/text/index.ts";
// Not through the index, which loads the whole pipeline.
import { enclosingProject } from "../../stack/stack-path.ts";
import type { Stack } from "../../stack/types.ts";
import type { Io } from "../io.ts";
import { findEngine } from "./find-engine.ts";

/** A resource of Pulumi's state. Secrets are encrypted in it. */
export interface StateResource {
  urn: string;
  type: string;
  /** The provider's id; absent for components. */
  id?: string;
  inputs: Readonly<Record<string, unknown>>;
  outputs: Readonly<Record<string, unknown>>;
  /** When Pulumi created or imported it: RFC 3339. */
  created?: string;
}

/** What Pulumi recorded at the end of the last run. */
export interface StackState {
  /** The stack's own outputs, as `pulumi stack output` shows them. */
  outputs: Readonly<Record<string, unknown>>;
  /** Without those that a replacement has left for deletion. */
  resources: readonly StateResource[];
}

/** Why there is no state to read. `no-stack`: nothing was ever applied with this backend. */
export type NoState = "no-project" | "no-engine" | "no-stack" | "timeout" | "failed";

export type StateReading =
  | { state: StackState; why?: never; message?: never }
  | { state?: never; why: NoState; message: string };

/** The state service or a database may be far away. */
const TIMEOUT_MS = 20_000;
/** A state of 6,000 templates has about 30 MB. */
const MAX_BYTES = 512 * 1024 * 1024;

const STACK_TYPE = "pulumi:pulumi:Stack";

export interface StateSource {
  stack: Pick<Stack, "name" | "file">;
  io: Pick<Io, "env" | "cwd">;
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** The readings of one command, by stack file: a state is exported once. */
const readings = new WeakMap<object, Map<string, Promise<StateReading>>>();

/** {@link exportedState}, once per command and stack. */
export function readStackState(source: StateSource): Promise<StateReading> {
  const { io, stack } = source;
  const known = readings.get(io) ?? new Map<string, Promise<StateReading>>();
  readings.set(io, known);
  const reading = known.get(stack.file) ?? exportedState(source);
  known.set(stack.file, reading);
  return reading;
}

/**
 * Reads Pulumi's state of a stack with `pulumi stack export`, which needs neither the passphrase nor the program, and takes no
 * lock. Never fails: a command that only shows the state does without it.
 *
 * @throws MYCO_INTERRUPTED if the signal aborts
 */
async function exportedState({ stack, io, signal, timeoutMs = TIMEOUT_MS }: StateSource): Promise<StateReading> {
  const project = enclosingProject(dirname(stack.file)) ?? enclosingProject(io.cwd);
  if (project === undefined) return { why: "no-project", message: `no Pulumi.yaml at or above ${dirname(stack.file)}` };
  const engine = await findEngine({ env: io.env, cwd: project });
  if (engine === undefined) return { why: "no-engine", message: "no Pulumi engine found in PATH or ~/.pulumi" };
  const args = ["stack", "export", "--stack", stack.name, "--non-interactive"];
  const run = await output(engine.file, args, { cwd: project, env: io.env, timeoutMs, signal });
  if (signal?.aborted === true) throw new MycobotError("MYCO_INTERRUPTED", "Interrupted.");
  if (run.timedOut) return { why: "timeout", message: `\`pulumi stack export\` took more than ${timeoutMs / 1_000} s` };
  if (run.code !== 0) return failure(run.stderr, stack.name);
  return stateOf(run.stdout);
}

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

interface RunOptions {
  cwd: string;
  env: Io["env"];
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

function output(file: string, args: readonly string[], { cwd, env, timeoutMs, signal }: RunOptions): Promise<Ended> {
  // Reading a state requires no key.
  const { MATON_API_KEY: _, WHATSAPP_ACCESS_TOKEN: __, ...others } = env;
  const quiet = { ...others, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const options = { cwd, env: quiet, maxBuffer: MAX_BYTES, killSignal: "SIGKILL", timeout: timeoutMs } as const;
  return new Promise((resolve) => {
    const child = execFile(
      file,
      args,
      { ...options, ...(signal === undefined ? {} : { signal }) },
      (error, out, err) => {
        const code = error === null ? 0 : child.exitCode;
        resolve({ code, stdout: out, stderr: err, timedOut: error?.killed === true && error.code === null });
      },
    );
    child.stdin?.end();
  });
}

function failure(stderr: string, name: string): StateReading {
  const lines = stderr.split("\n").map((line) => line.trim());
  const said = lines.find((line) => line.startsWith("error: "))?.slice("error: ".length) ?? lines.findLast(Boolean);
  if (/no stack named/.test(said ?? "")) return { why: "no-stack", message: `Pulumi has no stack ${name}` };
  // A message about a database may contain its URL with a password.
  return { why: "failed", message: redactedLine(said ?? "`pulumi stack export` failed without a message") };
}

function stateOf(text: string): StateReading {
  try {
    const { deployment } = JSON.parse(text) as { deployment?: { resources?: unknown } }; // what `stack export` prints
    const listed: unknown[] = Array.isArray(deployment?.resources) ? deployment.resources : [];
    const resources = listed.flatMap(resourceOf);
    const outputs = resources.find(({ type }) => type === STACK_TYPE)?.outputs ?? {};
    return { state: { outputs, resources } };
  } catch {
    return { why: "failed", message: "`pulumi stack export` printed no JSON" };
  }
}

function resourceOf(value: unknown): StateResource[] {
  if (!isObject(value) || value.delete === true) return [];
  const { urn, type, id, inputs, outputs, created } = value;
  if (typeof urn !== "string" || typeof type !== "string") return [];
  return [
    {
      urn,
      type,
      ...(typeof id === "string" ? { id } : {}),
      inputs: isObject(inputs) ? inputs : {},
      outputs: isObject(outputs) ? outputs : {},
      ...(typeof created === "string" ? { created } : {}),
    },
  ];
}
