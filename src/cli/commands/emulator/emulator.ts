import { DEFAULT_PHONE, DEFAULT_WABA } from "../../../emulator/options.ts";
import type { Context } from "../../context.ts";
import { EXIT } from "../../exit-codes.ts";
import type { CommandDetails } from "../../help/details.ts";
import { oneOf, wholeNumber } from "../../input/option-values.ts";
import { newCommand } from "../../new-command.ts";

const MOST_PORTS = 65_535;
const LONGEST_LATENCY = 600_000;

function details(schemaLines: readonly string[]): CommandDetails {
  return {
    summary: "the gateway as a local server",
    description:
      "Serves Maton's gateway and WhatsApp's side of it on 127.0.0.1, with state, review, quotas and faults: the proxy " +
      "(/whatsapp-business/{version}/...) and the control plane (/connections...) on one origin. Nothing leaves the machine. " +
      "Point MATON_API_URL at it.",
    output: "One line when it is ready: listening on http://127.0.0.1:PORT. It runs until SIGINT (Ctrl-C) or SIGTERM.",
    json: ["{ version: 1, url, port }"],
    sections: [
      {
        title: "Ids from the start",
        lines: [`WhatsApp Business account  ${DEFAULT_WABA}`, `phone number id            ${DEFAULT_PHONE}`],
      },
      {
        title: "Control",
        lines: [
          "GET  /_emulator/state, /_emulator/metrics",
          'POST /_emulator/clock {"advance": "24h"}, /_emulator/review,',
          "     /_emulator/faults, /_emulator/reset",
          'POST /_emulator/templates {"data": [...]}: adds templates as --seed does',
          'POST /_emulator/inbound {"from": "16505551234", "text": "Hello?"}',
          "     a user writes: opens the 24-hour window, answers the message's id",
          "No key is needed; other hosts and other web pages are refused.",
        ],
      },
      { title: "Faults file (JSON), also the body of POST /_emulator/faults", lines: schemaLines },
    ],
    exitCodes: {
      0: "ended by SIGTERM",
      1: "it cannot listen (the port is taken, say)",
      3: "an option or a file is invalid, or another emulator uses the state file",
      130: "ended by SIGINT",
    },
    examples: [
      {
        run: "mycobot emulator --port 4010",
        does: "then: export MATON_API_URL=http://127.0.0.1:4010 MATON_API_KEY=any",
      },
      {
        run: "mycobot emulator --review pending:10m --state state.json",
        does: "a slow review; the state outlives the process",
      },
    ],
  };
}

function collect(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

/** `mycobot emulator` */
export async function emulatorCommand(context: Context) {
  const { faultsJsonSchema } = await import("../../../emulator/faults/schema.ts");
  const { schemaLines } = await import("../../help/schema-lines.ts");
  const onOff = oneOf(["on", "off"]);
  return newCommand("emulator", details(schemaLines(faultsJsonSchema())))
    .option("--port <n>", "port on 127.0.0.1; 0 takes any free one", wholeNumber(0, MOST_PORTS), 0)
    .option("--api-key <key>", "the only key that is accepted (default: any that is not empty)")
    .option("--waba <id>", "WhatsApp Business account; repeatable", collect)
    .option("--phone <id>", "phone number id, or WABA:PHONE; repeatable", collect)
    .option("--rate <n>", "requests in any sliding second and account; 0: no limit", wholeNumber(0, 1_000_000), 10)
    .option("--quotas <on|off>", "creates and calls per hour, edits, number of templates", onOff, "on")
    .option("--latency <ms>", "wait before each answer", wholeNumber(0, LONGEST_LATENCY), 0)
    .option("--review <policy>", "approve, reject or pending[:DELAY], such as pending:10m", "approve")
    .option("--window <on|off>", "the 24-hour window for messages", onOff, "off")
    .option("--recipients <list>", "any, or the numbers that can be written to: NUMBER,NUMBER", "any")
    .option("--uploads <on|refused>", "resumable uploads", oneOf(["on", "refused"]), "on")
    .option(
      "--connect <manual|auto>",
      "a new connection waits for its URL, or is ACTIVE",
      oneOf(["manual", "auto"]),
      "manual",
    )
    .option("--connection <id>", "id of the connection that exists from the start")
    .option("--seed <file>", "a WhatsApp list response {data: [...]}: the account's templates")
    .option("--state <file>", "keeps the state between runs; locked while the emulator runs")
    .option("--faults <file>", "switches and faults, see below")
    .option("--direct", "also serve the Graph API at /v.../ with media bytes")
    .action(async (options) => {
      const { emulatorOptions } = await import("./emulator-options.ts");
      const { launch } = await import("./launch.ts");
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
