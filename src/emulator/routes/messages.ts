import { readParameters } from "../graph/request.ts";
import type { EmulatorApp } from "../http-env.ts";
import { sampleAnswer } from "../messages/direct-send/message-sample.ts";
import { markRead } from "../messages/mark-read.ts";
import { sendMessage } from "../messages/send-message.ts";
import type { World } from "../world.ts";
import { accountInPath, phoneInPath } from "./owners.ts";

/** `POST /{phone}/messages`: a message, or the note that one was read; `POST /{waba}/message_samples`: its category only. */
export function messageRoutes(app: EmulatorApp, world: World): void {
  app.post("/:id/messages", async (c) => {
    const phone = phoneInPath(world, c);
    const parameters = await readParameters(c);
    const answer = parameters.status === undefined ? sendMessage : markRead;
    return c.json(answer({ world, phone }, parameters));
  });
  app.post("/:id/message_samples", async (c) => {
    accountInPath(world, c);
    return c.json(sampleAnswer(world, await readParameters(c)));
  });
}
