import { lintMessage } from "../../../model/message/index.ts";
import { closest, field, isObject, type JsonObject } from "../../../model/text/index.ts";
import type { Context } from "../../context.ts";
import { readJson } from "../../input/json.ts";
import { UsageError } from "../../usage-error.ts";
import { checkMessage } from "./outgoing/check-message.ts";
import { type DeliveryFlags, deliver } from "./outgoing/deliver.ts";
import { sendReceipt } from "./outgoing/send-receipt.ts";

async function bodyOf(file: string, context: Context): Promise<JsonObject> {
  const body = await readJson(file, context.io);
  if (!isObject(body)) checkMessage(lintMessage(body), context);
  return isObject(body) ? body : {};
}

/** `mycobot send --file FILE`: the complete body of a message call, or of a read receipt. */
export async function sendFile(
  file: string,
  { to, ...flags }: DeliveryFlags & { to?: string | undefined },
  context: Context,
): Promise<void> {
  const body = { ...(await bodyOf(file, context)), ...(to === undefined ? {} : { to }) };
  if (field(body, "status") !== undefined) return sendReceipt(context, flags, body);
  await deliver(context, flags, { message: () => body });
}

export function unknownKind(kind: string, kinds: readonly string[]): UsageError {
  const similar = closest(kind, kinds);
  return new UsageError(
    `Unknown kind of message: ${JSON.stringify(kind)}.`,
    similar === undefined ? `Available: ${kinds.join(", ")}. For any other, use --file.` : `Did you mean ${similar}?`,
  );
}
