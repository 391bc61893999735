import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { accountInPath, phoneInPath, readParameters } from "../graph/request.ts";
import { oneOf, requiredAt, within } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";
import { type JsonObject, objectOf } from "../json.ts";
import { findInbound } from "../store/messages.ts";
import { messageSample } from "./direct-send.ts";
import { checkProduct } from "./envelope.ts";
import { structured } from "./kinds/index.ts";
import type { SendContext } from "./kinds/message-kind.ts";
import { DETAILS, messageError } from "./message-error.ts";
import { sendMessage } from "./send-message.ts";

/** How long the user sees that the business is typing, and how old a message that is marked as read can be. */
const TYPING = 25 * PERIODS.SECOND;
const MARKABLE = 30 * PERIODS.DAY;

/** `{status: "read", message_id, typing_indicator?}`: marks a recent message of a user as read. */
function markRead({ emulator, phone }: SendContext, parameters: JsonObject): JsonObject {
  checkProduct(parameters);
  oneOf("read")(parameters.status ?? "", "status");
  const id = String(requiredAt(parameters, "message_id", ""));
  const message = findInbound(emulator.state, phone.id, id);
  const now = emulator.now();
  if (message === undefined || now - message.at > MARKABLE) throw messageError("value", DETAILS.invalidMessageId);
  const { typing_indicator: typing } = parameters;
  if (typing !== undefined) {
    oneOf("text")(requiredAt(objectOf(typing), "type", "typing_indicator"), within("typing_indicator", "type"));
    message.typingUntil = now + TYPING;
  }
  message.readAt ??= now;
  emulator.changed();
  return { success: true };
}

/**
 * `POST /{phone}/messages` sends a message or marks one as read; `PUT` only marks (Meta's Postman collection).
 * `POST /{waba}/message_samples` answers the category of a message only.
 */
export function messageRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.post("/:id/messages", async (c) => {
    const phone = phoneInPath(emulator, c);
    const parameters = structured(await readParameters(c));
    const handle = parameters.status === undefined ? sendMessage : markRead;
    return c.json(handle({ emulator, phone }, parameters));
  });
  app.put("/:id/messages", async (c) =>
    c.json(markRead({ emulator, phone: phoneInPath(emulator, c) }, structured(await readParameters(c)))),
  );
  app.post("/:id/message_samples", async (c) => {
    accountInPath(emulator, c);
    return c.json(messageSample(emulator, structured(await readParameters(c))));
  });
}
