import { MycobotError } from "../../../errors/index.ts";
import type { Connection, Gateway } from "../../../gateway/index.ts";
import type { Context } from "../../context.ts";
import { durationText } from "../../time/duration.ts";
import { sleep } from "../../time/sleep.ts";

/** As Maton's own client polls. Source: facts of the `maton` CLI, connection create. */
const EVERY_MS = 2_000;

/**
 * Polls a connection until it is ACTIVE.
 * @throws MYCO_CONNECTION_NOT_ACTIVE when it FAILED, MYCO_TIMED_OUT
 */
export async function waitUntilActive(
  gateway: Gateway,
  connectionId: string,
  timeoutMs: number,
  context: Context,
): Promise<Connection> {
  const { clock } = context;
  const signal = context.io.interrupts;
  const end = clock.now() + timeoutMs;
  for (;;) {
    const connection = await gateway.connections.get({ connectionId, signal });
    if (connection.status === "ACTIVE") return connection;
    if (connection.status !== "PENDING") {
      throw new MycobotError("MYCO_CONNECTION_NOT_ACTIVE", `The connection ${connectionId} is ${connection.status}.`, {
        hint: `Delete it (\`mycobot connections delete ${connectionId}\`) and make another one.`,
      });
    }
    const left = end - clock.now();
    if (left <= 0) {
      throw new MycobotError(
        "MYCO_TIMED_OUT",
        `The connection ${connectionId} is still PENDING after ${durationText(timeoutMs)}.`,
        {
          hint: `Open its URL (\`mycobot connections open ${connectionId} --wait\`); when the link is older than half an hour, make another connection.`,
        },
      );
    }
    await sleep(clock, Math.min(EVERY_MS, left), signal);
  }
}
