import { connect as connectHttp2 } from "node:http2";
import { connect } from "node:net";
import { MycobotError } from "../../errors/index.ts";

/** How the provider learns that the engine it works for is gone. */
export interface EngineWatch {
  /** Aborted once the engine is gone. */
  readonly gone: AbortSignal;
  /** @throws MYCO_INTERRUPTED when the engine does not answer at this moment */
  assertAlive(): Promise<void>;
}

/** How long the engine's port, on this machine, may take to accept a connection. */
const ANSWER_WITHIN_MS = 2_000;

/** Without an engine (a test, a script that calls the handlers) there is nothing to outlive. */
export const NO_ENGINE: EngineWatch = { gone: new AbortController().signal, assertAlive: async () => {} };

/**
 * Watches the engine by a connection to its address, which the operating system closes when the engine ends, however it ends.
 *
 * The parent process is no sign: a shell runs between the engine and this process. The connection is a silent HTTP/2
 * session, because the engine's gRPC server drops a connection that does not begin as one.
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
  return new MycobotError("MYCO_INTERRUPTED", "the Pulumi engine has ended: nothing more is sent", {
    hint: "Run 'pulumi cancel' and then the same command again.",
  });
}

/** True when something accepts connections at the address. */
function answers(address: string): Promise<boolean> {
  const port = Number(address.slice(address.lastIndexOf(":") + 1));
  const host = address.slice(0, address.lastIndexOf(":")).replace(/^\[|\]$/g, "");
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: ANSWER_WITHIN_MS });
    const end = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}
