import type { MediaCall } from "../../../gateway/index.ts";
import type { CommandDetails } from "../../help/details.ts";
import { phoneCommand, type ScopeFlags } from "../../scope/flags.ts";
import type { Scope } from "../../scope/scope.ts";

/** A command on uploaded or received media. */
export function mediaIdCommand(details: CommandDetails) {
  return phoneCommand(details).argument("<id>", "media id");
}

/** With `--phone`, WhatsApp checks that the media belong to this number. A number from the environment is not checked. */
export async function mediaCall(mediaId: string, { phone }: ScopeFlags, scope: Scope): Promise<MediaCall> {
  return { mediaId, ...(await scope.proxy()), ...(phone === undefined ? {} : { phoneNumberId: phone }) };
}
