import type { ProxyCall } from "../../../../gateway/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import type { Target } from "../../../target/target.ts";
import { attempt } from "../attempt.ts";
import { type Check, failed, passed } from "../check.ts";

/** Opens a resumable upload and sends no bytes: the session ends by itself. Samples of media headers and profile pictures need it. */
export async function checkUploads({ gateway, stack }: Target, call: ProxyCall): Promise<Check> {
  const appId = stack?.account.app ?? "app";
  const probe = { ...call, appId, fileName: "mycobot-doctor.png", mimeType: "image/png", fileLength: 1 };
  const { error } = await attempt(() => gateway.uploads.start(probe));
  if (error === undefined) return passed("uploads", "a session was opened (no bytes were sent)");
  return failed(
    "uploads",
    EXIT.failure,
    `A session for uploads was refused: ${error.message}`,
    "Only media headers and profile pictures need uploads. Set account.app in the stack file to the id of a Meta app that the connection's person administers, or give ready handles (4::...) instead of files.",
  );
}
