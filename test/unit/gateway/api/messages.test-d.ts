// What compiles and what does not: `npm run check:types` reports a @ts-expect-error without an error. Nothing here runs.
import { buttonsMessage, createGateway, type OutgoingMessage, textMessage } from "../../../../src/gateway/index.ts";

const { messages } = createGateway();
const phone = { phoneNumberId: "106540352242922" };
const to = "+49 170 1234567";

// Messages of the builders, and messages written with WhatsApp's fields; the connection is optional.
await messages.send({ ...phone, message: textMessage({ to, body: "Hi" }) });
await messages.send({ ...phone, connection: "c-1", message: { to, type: "text", text: { body: "Hi" } } });
await messages.send({ ...phone, message: buttonsMessage({ to, body: "Size?", buttons: [{ id: "s", title: "S" }] }) });
const location: OutgoingMessage = { to, type: "location", location: { latitude: 52.5, longitude: 13.4 } };
await messages.send({ ...phone, message: location });
await messages.send({
  ...phone,
  message: { to, type: "template", template: { name: "visit", language: { code: "en_US" } } },
});

// @ts-expect-error: no such type
await messages.send({ ...phone, message: { to, type: "hologram", hologram: {} } });
// @ts-expect-error: the field of another type
await messages.send({ ...phone, message: { to, type: "text", image: { id: "1" } } });
// @ts-expect-error: a misspelt field
await messages.send({ ...phone, message: { to, type: "text", text: { boddy: "Hi" } } });
// @ts-expect-error: a number
await messages.send({ ...phone, message: { to, type: "text", text: { body: 7 } } });
// @ts-expect-error: a receipt is no message: markAsRead sends it
await messages.send({ ...phone, message: { status: "read", message_id: "wamid.1" } });
// @ts-expect-error: JSON of another program
await messages.send({ ...phone, message: JSON.parse("{}") as Record<string, unknown> });

// Everything else.
await messages.sendRaw({ ...phone, body: { to, type: "hologram", hologram: { depth: 3 } } });
await messages.sendRaw({ ...phone, body: JSON.parse("{}") as Record<string, unknown> });
