import { createAdaptorServer } from "@hono/node-server";
import { type EmulatorStateView, stateView } from "./control/state-view.ts";
import { EmulatorContext } from "./emulator-context.ts";
import type { MetricsView } from "./middleware/request-metrics.ts";
import { type EmulatorOptions, resolveOptions } from "./options.ts";
import { buildApp } from "./server.ts";

/** A running emulator. */
export interface EmulatorHandle {
  /** `http://127.0.0.1:PORT`, the base URL of both planes of the gateway. */
  url: string;
  port: number;
  /** Stops listening, cuts open connections, waits until the state file is written, and unlocks it. */
  close(): Promise<void>;
  clock: {
    /** The emulator's time, milliseconds since the epoch. */
    now(): number;
    advance(milliseconds: number): void;
  };
  state(): EmulatorStateView;
  metrics(): MetricsView;
  /** Replaces all switches and rules, in the format of a faults file; `{}` removes all faults. Throws a ZodError for invalid input. */
  setFaults(faults: object): void;
  /** Restores seed, clock, faults and counters; the first connection keeps its id. */
  reset(): void;
}

const HOST = "127.0.0.1";

/** Node closes an idle connection after 5 seconds; a client that is busy for longer would lose its connection. */
const KEEP_ALIVE_MS = 10 * 60_000;

function listen(server: ReturnType<typeof createAdaptorServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function stop(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}

async function serve(emulator: EmulatorContext): Promise<EmulatorHandle> {
  const server = createAdaptorServer({
    fetch: buildApp(emulator).fetch,
    serverOptions: { keepAliveTimeout: KEEP_ALIVE_MS },
  });
  const port = await listen(server, emulator.options.port);
  emulator.origin = `http://${HOST}:${port}`;
  emulator.changed();
  return {
    url: emulator.origin,
    port,
    close: async () => {
      await stop(server);
      await emulator.close();
    },
    clock: {
      now: () => emulator.now(),
      advance: (milliseconds) => {
        emulator.clock.advance(milliseconds);
        emulator.changed();
      },
    },
    state: () => stateView(emulator),
    metrics: () => emulator.metrics.view(),
    setFaults: (faults) => emulator.faults.replace(faults),
    reset: () => emulator.reset(),
  };
}

/**
 * Starts the gateway and WhatsApp's side of it as a local server on 127.0.0.1.
 * Throws a RangeError for an invalid option, seed or state file, an error with the code ELOCKED while another emulator
 * uses the state file, and the system's error when the port is in use.
 *
 * @example
 * const emulator = await startEmulator({ review: "pending:10m" });
 * // MATON_API_URL=emulator.url …
 * emulator.clock.advance(10 * 60_000);
 * await emulator.close();
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<EmulatorHandle> {
  const resolved = resolveOptions(options);
  const { stateFile, warn } = resolved;
  if (stateFile === undefined) return serve(new EmulatorContext(resolved));
  const { StateFile } = await import("./store/state-file.ts");
  const file = await StateFile.open(stateFile, warn);
  try {
    return await serve(new EmulatorContext(resolved, await file.load(), file));
  } catch (error) {
    await file.close();
    throw error;
  }
}
