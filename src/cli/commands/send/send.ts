import type { Command } from "commander";
import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { UsageError } from "../../usage-error.ts";
import { MESSAGE_DETAILS, requestCommand } from "./outgoing/message-command.ts";

const DETAILS: CommandDetails = {
  ...MESSAGE_DETAILS,
  description:
    "Sends one message: of a kind listed below, made from options, or of any kind with --file, which contains the body of WhatsApp's message call. The body is sent unchanged, except for messaging_product and the format of to. " +
    "Limits are checked before a request is sent. If it is unclear whether WhatsApp received a message, it is not sent again.",
  examples: [
    { run: 'mycobot send text "Your table is ready." --to "+49 170 1234567"', does: "sends a text" },
    { run: "mycobot send --file message.json --dry-run", does: "prints the request; needs no key" },
    { run: "jq .message job.json | mycobot send --file - --json", does: "sends the output of another program" },
  ],
};

/** Options before the kind would be lost. */
function refuseEarlyOptions(group: Command, kind: Command): void {
  const early = group.options.find((option) => {
    const name = option.attributeName();
    return name !== "json" && name !== "verbose" && group.getOptionValueSource(name) === "cli";
  });
  if (early === undefined) return;
  if (early.long === "--file") {
    throw new UsageError(
      `--file and ${kind.name()} are mutually exclusive.`,
      `Specify --file FILE for a complete message, or ${kind.name()} with its options.`,
    );
  }
  throw new UsageError(
    `${early.long} must follow the kind of message.`,
    `Write: mycobot send ${kind.name()} ${early.long} ...`,
  );
}

/** `mycobot send KIND`, `mycobot send --file FILE` */
export default function sendCommand(context: Context): Command {
  const typed = requestCommand(DETAILS)
    .usage("<kind> [options]\n       mycobot send --file <file> [options]")
    .argument("[kind]")
    .option("--file <file>", "JSON file with the body of the message call; - for stdin")
    .option("--to <number>", "with --file: recipient, instead of the one in the body")
    .action(async (kind, options) => {
      const kinds = group.commands.map((each) => each.name());
      const { sendFile, unknownKind } = await import("./file.ts");
      if (kind !== undefined) throw unknownKind(kind, kinds);
      const { file } = options;
      if (file === undefined) {
        throw new UsageError(
          `\`mycobot send\` requires --file FILE or a kind of message: ${kinds.join(", ")}.`,
          "See mycobot send --help.",
        );
      }
      await sendFile(file, options, context);
    });
  // extra-typings adds inferred option types to commander's own class: at run time the two are the same.
  const group = typed as unknown as Command;
  return group.hook("preSubcommand", refuseEarlyOptions);
}
