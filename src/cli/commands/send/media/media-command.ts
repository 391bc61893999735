import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

/** A message of media: a file of this machine, `--id` or `--link`. */
export function mediaCommand(name: string, details: MessageDetails) {
  return messageCommand(name, details)
    .argument("[file]", "a file of this machine; it is uploaded first")
    .option("--id <media-id>", "media that were uploaded before")
    .option("--link <url>", "media that WhatsApp fetches");
}

/** Media that can have no caption: the option is taken so that the check can say so, and not offered. */
export function captionlessCommand(name: string, details: MessageDetails) {
  const command = mediaCommand(name, details).option("--caption <text>");
  command.options.at(-1)?.hideHelp();
  return command;
}
