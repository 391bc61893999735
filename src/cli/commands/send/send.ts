import type { Command } from "commander";
import { closest } from "../../../model/text/index.ts";
import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { UsageError } from "../../usage-error.ts";
import { carouselCommand } from "./commerce/carousel.ts";
import { catalogCommand } from "./commerce/catalog.ts";
import { orderDetailsCommand } from "./commerce/order-details.ts";
import { orderStatusCommand } from "./commerce/order-status.ts";
import { productCommand } from "./commerce/product.ts";
import { productsCommand } from "./commerce/products.ts";
import { addressCommand } from "./interactive/address.ts";
import { buttonsCommand } from "./interactive/buttons.ts";
import { callPermissionCommand } from "./interactive/call-permission.ts";
import { ctaCommand } from "./interactive/cta.ts";
import { flowCommand } from "./interactive/flow.ts";
import { listCommand } from "./interactive/list.ts";
import { locationRequestCommand } from "./interactive/location-request.ts";
import { voiceCallCommand } from "./interactive/voice-call.ts";
import { audioCommand } from "./media/audio.ts";
import { documentCommand } from "./media/document.ts";
import { imageCommand } from "./media/image.ts";
import { stickerCommand } from "./media/sticker.ts";
import { videoCommand } from "./media/video.ts";
import { MESSAGE_DETAILS, requestCommand } from "./outgoing/message-command.ts";
import { contactsCommand } from "./plain/contacts.ts";
import { locationCommand } from "./plain/location.ts";
import { reactionCommand } from "./plain/reaction.ts";
import { readCommand } from "./plain/read.ts";
import { textCommand } from "./plain/text.ts";
import { templateCommand } from "./template/template.ts";

const DETAILS: CommandDetails = {
  ...MESSAGE_DETAILS,
  summary: "send one message",
  description:
    "Sends one message: of one of the kinds below, made from options, or of any kind with --file, which takes the body of WhatsApp's message call and sends it as it is (only messaging_product and the spelling of to are set). " +
    "Limits are checked before a request is spent. A message is never repeated when it is unclear whether WhatsApp has it.",
  examples: [
    { run: 'mycobot send text "Your table is ready." --to "+49 170 1234567"', does: "one of the kinds" },
    { run: "mycobot send --file message.json --dry-run", does: "prints the exact request; needs no key" },
    { run: "jq .message job.json | mycobot send --file - --json", does: "a body from another program" },
  ],
};

const KINDS = [
  textCommand,
  templateCommand,
  imageCommand,
  documentCommand,
  videoCommand,
  audioCommand,
  stickerCommand,
  locationCommand,
  contactsCommand,
  buttonsCommand,
  listCommand,
  ctaCommand,
  flowCommand,
  locationRequestCommand,
  addressCommand,
  callPermissionCommand,
  voiceCallCommand,
  productCommand,
  productsCommand,
  catalogCommand,
  carouselCommand,
  orderDetailsCommand,
  orderStatusCommand,
  reactionCommand,
  readCommand,
];

const HELP = "See mycobot send --help.";

/** Options in front of the kind would be lost. */
function refuseEarlyOptions(group: Command, kind: Command): void {
  const early = group.options.find((option) => {
    const name = option.attributeName();
    return name !== "json" && name !== "verbose" && group.getOptionValueSource(name) === "cli";
  });
  if (early === undefined) return;
  if (early.long === "--file") {
    throw new UsageError(
      "--file takes a whole message, whatever its kind.",
      `Leave out one of them: --file FILE, or ${kind.name()} with its options.`,
    );
  }
  throw new UsageError(
    `${early.long} stands in front of the kind of message.`,
    `Write it behind: mycobot send ${kind.name()} ${early.long} ...`,
  );
}

function unknownKind(kind: string, group: Command): UsageError {
  const names = group.commands.map((each) => each.name());
  const meant = closest(kind, names);
  return new UsageError(
    `Mycobot knows no kind of message ${JSON.stringify(kind)}.`,
    meant === undefined ? `It knows ${names.join(", ")}; anything else goes with --file.` : `Did you mean ${meant}?`,
  );
}

/** `mycobot send KIND`, `mycobot send --file FILE` */
export function sendCommand(context: Context): Command {
  const typed = requestCommand("send", DETAILS)
    .usage("<kind> [options]\n       mycobot send --file <file> [options]")
    .argument("[kind]")
    .option("--file <file>", "JSON file: a whole body of the message call; - for stdin")
    .option("--to <number>", "with --file: the recipient, instead of the body's")
    .action(async (kind, options) => {
      if (kind !== undefined) throw unknownKind(kind, group);
      const { file } = options;
      if (file === undefined) {
        const names = group.commands.map((each) => each.name()).join(", ");
        throw new UsageError(`mycobot send needs --file FILE or a kind of message: ${names}.`, HELP);
      }
      const { sendFile } = await import("./file.ts");
      await sendFile(file, options, context);
    });
  // Kinds have options of their own types, which a group does not look at; at run time the two classes are one.
  const group = typed as unknown as Command;
  group.helpCommand(false).enablePositionalOptions().hook("preSubcommand", refuseEarlyOptions);
  for (const kind of KINDS) group.addCommand(kind(context) as unknown as Command);
  return group;
}
