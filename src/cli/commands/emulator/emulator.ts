import { faultsJsonSchema } from "../../../emulator/faults/schema.ts";
import { DEFAULT_PHONE, DEFAULT_WABA, type EmulatorOptions } from "../../../emulator/options.ts";
import { RATES } from "../../../emulator/tables/rates.ts";
import { MycobotError } from "../../../errors/index.ts";
import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { oneOf, repeated, wholeNumber } from "../../input/option-values.ts";
import { newCommand } from "../../new-command.ts";
import { sentences } from "../../output/phrases.ts";
import { UsageError } from "../../usage-error.ts";
import { emulatorOptions } from "./emulator-options.ts";
import { schemaLines } from "./schema-lines.ts";

const MAX_PORT = 65_535;
const MAX_RATE = 1_000_000;
const MAX_LATENCY_MS = 600_000;

const DETAILS: CommandDetails = {
  description:
    "Runs Maton's gateway and WhatsApp's API as a local server on 127.0.0.1, with state, review, quotas and faults. It serves the proxy " +
    "(/whatsapp-business/{version}/...) and the control plane (/connections...) on one origin and sends nothing to other hosts. " +
    "Set MATON_API_URL to its URL.",
  output: "One line when it is ready: listening on http://127.0.0.1:PORT. It runs until SIGINT (Ctrl-C) or SIGTERM.",
  json: ["{ version: 1, url, port }"],
  sections: [
    {
      title: "Initial ids",
      lines: [`WhatsApp Business account  ${DEFAULT_WABA}`, `phone number id            ${DEFAULT_PHONE}`],
    },
    {
      title: "Control",
      lines: [
        "GET  /_emulator/state, /_emulator/metrics",
        'POST /_emulator/clock {"advance": "24h"}, /_emulator/review,',
        "     /_emulator/faults, /_emulator/reset",
        'POST /_emulator/templates {"data": [...]}: adds templates, like a --seed file',
        'POST /_emulator/inbound {"from": "16505551234", "text": "Hello?"}',
        "     simulates a message from a user: opens the 24-hour window and returns",
        "     the message id",
        "No key is required. Requests from other hosts and web pages are refused.",
      ],
    },
    { title: "Faults file (JSON), also the body of POST /_emulator/faults", lines: schemaLines(faultsJsonSchema()) },
  ],
  exitCodes: {
    0: "ended by SIGTERM",
    1: "cannot listen, for example because the port is in use",
    3: "invalid option or file, or state file in use by another emulator",
    130: "ended by SIGINT",
  },
  examples: [
    {
      run: "mycobot emulator --port 4010",
      does: "then: export MATON_API_URL=http://127.0.0.1:4010 MATON_API_KEY=any",
    },
    {
      run: "mycobot emulator --review pending:10m --state state.json",
      does: "a slow review; the state is kept between runs",
    },
  ],
};

/** `mycobot emulator` */
export default function emulatorCommand(context: Context) {
  const onOff = oneOf(["on", "off"]);
  return newCommand(DETAILS)
    .option("--port <n>", "port on 127.0.0.1; 0 selects a free port", wholeNumber(0, MAX_PORT), 0)
    .option("--api-key <key>", "only accepted key (default: any non-empty key)")
    .option("--waba <id>", "WhatsApp Business account; repeatable", repeated)
    .option("--phone <id>", "phone number id, or WABA:PHONE; repeatable", repeated)
    .option(
      "--rate <n>",
      "requests in any sliding second, per account; 0 disables the limit",
      wholeNumber(0, MAX_RATE),
      RATES.matonRequestsPerSecond,
    )
    .option("--quotas <on|off>", "limits on creates and calls per hour, edits, and templates", onOff, "on")
    .option("--latency <ms>", "delay of each response", wholeNumber(0, MAX_LATENCY_MS), 0)
    .option("--review <policy>", "approve, reject or pending[:DELAY], such as pending:10m", "approve")
    .option("--window <on|off>", "24-hour window for messages", onOff, "off")
    .option("--recipients <list>", "any, or the allowed recipients: NUMBER,NUMBER", "any")
    .option("--uploads <on|refused>", "resumable uploads", oneOf(["on", "refused"]), "on")
    .option(
      "--connect <manual|auto>",
      "whether new connections are PENDING until their URL is opened",
      oneOf(["manual", "auto"]),
      "manual",
    )
    .option("--connection <id>", "id of the initial connection")
    .option(
      "--seed <file>",
      "initial templates in place of hello_world: a response {data: [...]} of WhatsApp's list call",
    )
    .option("--state <file>", "keep the state between runs in this file, locked by the emulator")
    .option("--faults <file>", "switches and faults, see below")
    .option("--direct", "also serve the Graph API itself, at /v23.0/... and /..., with media content")
    .action(async (options) => {
      context.endsItself = true;
      const warn = (text: string) => context.complain(`warning: ${text}`);
      const emulator = await launch({ ...(await emulatorOptions(options, context.io)), warn });
      const { url, port } = emulator;
      if (context.json) context.printJson({ url, port });
      else context.print(`listening on ${url}`);
      const signal = await interruption(context.io.interrupts);
      await emulator.close();
      context.exitCode = signal === "SIGTERM" ? EXIT.done : EXIT.interrupted;
    });
}

/** Waits for a signal and returns its name. */
function interruption(interrupts: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (interrupts.aborted) resolve(interrupts.reason);
    else interrupts.addEventListener("abort", () => resolve(interrupts.reason), { once: true });
  });
}

/** Starts the emulator. Expected failures become errors with a hint. */
async function launch(options: EmulatorOptions) {
  const { startEmulator } = await import("../../../emulator/index.ts");
  try {
    return await startEmulator(options);
  } catch (error) {
    throw explained(error, options.port);
  }
}

function explained(error: unknown, port: number | undefined): unknown {
  if (error instanceof RangeError) return new UsageError(sentences(error.message), "See mycobot emulator --help.");
  const system: NodeJS.ErrnoException | undefined = error instanceof Error ? error : undefined;
  const code = system?.code;
  if (code === "ELOCKED") {
    const hint = "Stop the other emulator, or specify another --state file.";
    return new UsageError("The state file is in use by another emulator.", hint, error);
  }
  if (code === "EADDRINUSE") {
    const hint = "Specify another port, or --port 0 for a free one.";
    return new MycobotError("MYCO_CANNOT_LISTEN", `Port ${port} is in use.`, { hint, cause: error });
  }
  if (code === "EACCES" && system?.syscall === "listen") {
    const hint = "Specify a port above 1023.";
    return new MycobotError("MYCO_CANNOT_LISTEN", `No permission to listen on port ${port}.`, { hint, cause: error });
  }
  return error;
}
