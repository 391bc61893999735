import { MAX_MEDIA_BYTES, MEDIA_TYPES } from "../../../../model/media/index.ts";
import { MESSAGE_LIMITS } from "../../../../model/message/index.ts";
import { type CommandDetails, DRY_RUN_JSON, REQUEST_EXIT_CODES } from "../../../help/details.ts";
import { once } from "../../../input/option-values.ts";
import { fileSize } from "../../../output/phrases.ts";
import { phoneCommand } from "../../../scope/flags.ts";

/** The details of one kind of message; output and exit codes are the same for all. */
export type MessageDetails = Pick<CommandDetails, "description" | "examples" | "sections">;

export const MESSAGE_DETAILS = {
  output:
    "The message id, its status, and the recipient. Accepted does not mean delivered: delivery is reported by webhook. Warnings go to stderr.",
  json: [
    "{ version: 1, message: { id, status, contacts: [ { input, wa_id? } ] } }",
    'status is "accepted", "held_for_quality_assessment" or "paused".',
    DRY_RUN_JSON,
  ],
  exitCodes: {
    0: "accepted by WhatsApp",
    ...REQUEST_EXIT_CODES,
    1: "refused, or unclear whether it was sent",
    3: "usage error, exceeded limit, wrong id or wrong connection",
  },
} as const satisfies Partial<CommandDetails>;

/** A command on a phone number with `--dry-run` and `--no-validate`. */
export function requestCommand(details: CommandDetails) {
  return phoneCommand(details)
    .option("--dry-run", "print the request, send nothing; needs no key")
    .option("--no-validate", "skip the check");
}

/** A command that sends one message: `--to`, `--reply-to`, `--callback-data`, and the options of every request. */
export function messageCommand(details: MessageDetails) {
  return requestCommand({ ...MESSAGE_DETAILS, ...details })
    .requiredOption(
      "--to <recipient>",
      "phone number with country code, or the id of a group or user",
      once("a message has one recipient"),
    )
    .option("--reply-to <message-id>", "message to reply to: wamid....")
    .option("--callback-data <text>", "returned in the webhooks of this message");
}

const { interactiveFooter, interactiveHeader } = MESSAGE_LIMITS;

export const HEADER_TEXT = `header text, up to ${interactiveHeader} characters`;
export const FOOTER_TEXT = `footer text, up to ${interactiveFooter} characters`;

/** An interactive message: `--body`, `--footer`. */
export function interactiveCommand(details: MessageDetails) {
  return messageCommand(details)
    .requiredOption("--body <text>", "text of the message")
    .option("--footer <text>", FOOTER_TEXT);
}

/** An interactive message whose header may be a text, an image, a video or a document. */
export function headedCommand(details: MessageDetails) {
  return interactiveCommand(details)
    .option("--header <text>", HEADER_TEXT)
    .option("--header-image <source>", "header image: media id, link or file")
    .option("--header-video <source>", "header video: media id, link or file")
    .option("--header-document <source>", "header document: media id, link or file");
}

/** The largest file of a MIME type, in words: `5 MB`. */
export function maxSizeOf(mimeType: string): string {
  return fileSize(MEDIA_TYPES[mimeType]?.maxBytes ?? MAX_MEDIA_BYTES);
}

/** A media message: a local file, `--id` or `--link`. */
export function mediaCommand(details: MessageDetails) {
  return messageCommand(details)
    .argument("[file]", "local file, uploaded before the message is sent")
    .option("--id <media-id>", "uploaded media")
    .option("--link <url>", "media that WhatsApp fetches");
}

/** A media message without a caption. The hidden option exists so that the check can report it. */
export function captionlessCommand(details: MessageDetails) {
  const command = mediaCommand(details).option("--caption <text>");
  command.options.at(-1)?.hideHelp();
  return command;
}
