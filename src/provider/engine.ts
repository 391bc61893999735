import { readdirSync, readFileSync } from "node:fs";
import { connect as connectHttp2 } from "node:http2";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { MycobotError } from "../errors/index.ts";

/** The engine that started this process. */
export interface Engine extends EngineWatch {
  warn: Warn;
}

/** No engine: the process never ends early. Warnings go to `warn`. */
export function withoutEngine(warn: Warn = () => {}): Engine {
  return { ...NO_ENGINE, warn };
}

/** Script of Pulumi's dynamic provider. Its last argument is the engine's address. */
const PROVIDER_PROCESS = /[\\/]dynamic-provider(?:[\\/]index\.js)?$/;

export function engineAddress(argv: readonly string[]): string | undefined {
  const [, script = "", ...args] = argv;
  const address = args.at(-1);
  return PROVIDER_PROCESS.test(script) && address !== undefined && /:\d+$/.test(address) ? address : undefined;
}

/** The engine of this process. The process exits with it: its results would be lost.  */
export function ownEngine(argv: readonly string[] = process.argv): Engine {
  const address = engineAddress(argv);
  if (address === undefined) return withoutEngine();
  const watch = watchEngine(address);
  watch.gone.addEventListener("abort", () => {
    endPluginsOf(address);
    process.exit(1);
  });
  return { gone: watch.gone, assertAlive: () => watch.assertAlive(), warn: engineLog(address) };
}

/** Notices when the engine that started this process ends. */
export interface EngineWatch {
  /** Aborted when the engine has ended. */
  readonly gone: AbortSignal;
  /** @throws MYCO_INTERRUPTED if the engine does not accept a connection now */
  assertAlive(): Promise<void>;
}

/** Timeout for a connection to the engine's port, which is on this machine. */
const CONNECT_TIMEOUT_MS = 2_000;

/** Without an engine (in tests, or in a script that calls the handlers) the process never ends early. */
const NO_ENGINE: EngineWatch = { gone: new AbortController().signal, assertAlive: async () => {} };

/**
 * Watches the engine through an open connection to its address, which the operating system closes when the engine ends for any
 * reason.
 *
 * The parent process proves nothing: a shell runs between the engine and this process. The connection is an idle HTTP/2 session,
 * because the engine's gRPC server drops any other connection.
 */
export function watchEngine(address: string): EngineWatch {
  const controller = new AbortController();
  const gone = () => controller.abort(engineGone());
  const hold = () => {
    const session = connectHttp2(`http://${address}`);
    session.unref();
    session.on("error", () => {}); // "close" follows
    session.on("close", () => void answers(address).then((alive) => (alive ? hold() : gone())));
  };
  hold();
  return {
    gone: controller.signal,
    async assertAlive() {
      controller.signal.throwIfAborted();
      if (await answers(address)) return;
      gone();
      throw engineGone();
    },
  };
}

function engineGone(): MycobotError {
  return new MycobotError("MYCO_INTERRUPTED", "the Pulumi engine has ended, so no further request is sent", {
    hint: "Run 'pulumi cancel', then the same command again.",
  });
}

/** Whether the address accepts connections. */
function answers(address: string): Promise<boolean> {
  const port = Number(address.slice(address.lastIndexOf(":") + 1));
  const host = address.slice(0, address.lastIndexOf(":")).replace(/^\[|\]$/g, "");
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: CONNECT_TIMEOUT_MS });
    const end = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

/** Shows a warning in the output of the running command, next to the resource if its URN is given. */
export type Warn = (text: string, urn?: string) => void;

/** The parts of the SDK's generated gRPC client that are used here. */
interface EngineProto {
  EngineClient: new (address: string, credentials: unknown) => { log(request: unknown, done: () => void): void };
  LogRequest: new () => {
    setSeverity(severity: number): void;
    setMessage(message: string): void;
    setUrn(urn: string): void;
  };
  LogSeverity: { WARNING: number };
}

/** The SDK's provider has already loaded these modules in this process. */
function loadProto(): EngineProto & { insecure: unknown } {
  const ours = createRequire(import.meta.url);
  const sdk = createRequire(ours.resolve("@pulumi/pulumi/package.json"));
  const { EngineClient } = sdk("./proto/engine_grpc_pb.js");
  const { LogRequest, LogSeverity } = sdk("./proto/engine_pb.js");
  const insecure: unknown = sdk("@grpc/grpc-js").credentials.createInsecure();
  return { EngineClient, LogRequest, LogSeverity, insecure };
}

/** Warns through the engine's log: handlers have no other way. */
function engineLog(address: string): Warn {
  let send: Warn | undefined;
  const connect = (): Warn => {
    const { EngineClient, LogRequest, LogSeverity, insecure } = loadProto();
    const client = new EngineClient(address, insecure);
    return (text, urn) => {
      const request = new LogRequest();
      request.setSeverity(LogSeverity.WARNING);
      request.setMessage(text);
      request.setUrn(urn ?? "");
      client.log(request, () => {});
    };
  };
  return (text, urn) => {
    send ??= connect();
    send(text, urn);
  };
}

/**
 * Ends the other plugins of an engine that has ended. A run can have a provider process in which no handler was called: our code is
 * not loaded there, and nothing else ends it. Every plugin has the engine's address as its last argument.
 *
 * Reads /proc. On systems without it, such a process stays, idle.
 */
export function endPluginsOf(engineAddress: string): void {
  for (const pid of processIds()) {
    if (pid === process.pid || lastArgumentOf(pid) !== engineAddress) continue;
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has already ended.
    }
  }
}

function processIds(): number[] {
  try {
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

function lastArgumentOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").at(-2);
  } catch {
    return undefined;
  }
}
