import type { MediaCall } from "../../../gateway/index.ts";
import type { CommandDetails } from "../../help/details.ts";
import type { Target } from "../../target/target.ts";
import { phoneCommand, type TargetFlags } from "../../target/target-flags.ts";

/** A command on media that were uploaded or received. */
export function mediaIdCommand(name: string, details: CommandDetails) {
  return phoneCommand(name, details).argument("<id>", "the media's id");
}

/** With `--phone` WhatsApp checks that the media belong to that number; a number of the environment is not held against them. */
export async function mediaCall(mediaId: string, { phone }: TargetFlags, target: Target): Promise<MediaCall> {
  return { mediaId, ...(await target.proxy()), ...(phone === undefined ? {} : { phoneNumberId: phone }) };
}
