import type { EmulatorContext } from "../emulator-context.ts";
import { readParameters } from "../graph/request.ts";
import type { EmulatorApp } from "../http-env.ts";
import { sampleAnswer } from "../messages/direct-send/message-sample.ts";
import { markRead } from "../messages/mark-read.ts";
import { sendMessage } from "../messages/send-message.ts";
import { accountInPath, phoneInPath } from "./owners.ts";

/** `POST /{phone}/messages`: a message, or the note that one was read; `POST /{waba}/message_samples`: its category only. */
export function messageRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.post("/:id/messages", async (c) => {
    const phone = phoneInPath(emulator, c);
    const parameters = await readParameters(c);
    const answer = parameters.status === undefined ? sendMessage : markRead;
    return c.json(answer({ emulator, phone }, parameters));
  });
  app.post("/:id/message_samples", async (c) => {
    accountInPath(emulator, c);
    return c.json(sampleAnswer(emulator, await readParameters(c)));
  });
}
