import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

/** An interactive message: `--body`, `--footer`. */
export function interactiveCommand(name: string, details: MessageDetails) {
  return messageCommand(name, details)
    .requiredOption("--body <text>", "the message's text")
    .option("--footer <text>", "small text below, up to 60 characters");
}

/** One whose header may be a text, a picture, a video or a document. */
export function headedCommand(name: string, details: MessageDetails) {
  return interactiveCommand(name, details)
    .option("--header <text>", "text above, up to 60 characters")
    .option("--header-image <source>", "or an image: media id, link or file")
    .option("--header-video <source>", "or a video: media id, link or file")
    .option("--header-document <source>", "or a document: media id, link or file");
}
