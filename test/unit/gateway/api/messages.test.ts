import { describe, expect, test } from "vitest";
import { InvalidInputError, textMessage } from "../../../../src/gateway/index.ts";
import { failureOf } from "../failure-of.ts";
import { gatewayAt, json, localServer } from "../local-server.ts";

const PHONE = { connection: "c-1", phoneNumberId: "106" };
const message = textMessage({ to: "+49 151 23456789", body: "Fresh dill 🌿" });
const accepted = {
  messaging_product: "whatsapp",
  contacts: [{ input: "4915123456789", wa_id: "4915123456789 " }],
  messages: [{ id: "wamid.1", message_status: "accepted" }],
};

describe("send", () => {
  test("goes to the number's messages, through the connection", async () => {
    const { url, received } = await localServer((response) => json(response, 200, accepted));
    await expect(gatewayAt(url).messages.send({ ...PHONE, message })).resolves.toEqual({
      id: "wamid.1",
      status: "accepted",
      contacts: [{ input: "4915123456789", waId: "4915123456789" }],
    });
    expect(received[0]).toMatchObject({ method: "POST", path: "/whatsapp-business/v23.0/106/messages" });
    expect(received[0]?.headers).toMatchObject({ "maton-connection": "c-1", "content-type": "application/json" });
    expect(JSON.parse(received[0]?.body ?? "")).toEqual(message);
  });

  test("a raw body gets its product and digits, and keeps unknown fields", async () => {
    const { url, received } = await localServer((response) => json(response, 200, accepted));
    const body = { to: "+49 (151) 234-56789", type: "text", text: { body: "Hi", tone: "kind" }, priority: 1 };
    await gatewayAt(url).messages.sendRaw({ ...PHONE, body });
    expect(JSON.parse(received[0]?.body ?? "")).toEqual({
      messaging_product: "whatsapp",
      ...body,
      to: "4915123456789",
    });
  });

  test("an invalid message is rejected before a request, with all issues", async () => {
    const { url, received } = await localServer((response) => json(response, 200, accepted));
    const wrong = { to: "12", type: "text", text: { body: "x".repeat(4097) } } as const;
    const error = await gatewayAt(url)
      .messages.send({ ...PHONE, message: wrong })
      .catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({
      code: "MYCO_MESSAGE_INVALID",
      message: expect.stringMatching(/was not sent: \/to: .*; \/text\/body: /),
      issues: [{ code: "phone-number-too-short" }, { code: "text-too-long" }],
    });
    expect(received).toHaveLength(0);
  });

  test("a doubtful number is sent; with `validate: false` a message with an error is too, and a raw body of any kind", async () => {
    const { url, received } = await localServer((response) => json(response, 200, accepted));
    const { messages } = gatewayAt(url);
    await messages.send({ ...PHONE, message: { ...message, to: "99912345678" } });
    await messages.send({ ...PHONE, message: { ...message, to: "x" }, validate: false });
    await messages.sendRaw({ ...PHONE, body: { to: "y", type: "hologram" } });
    expect(received.map(({ body }) => JSON.parse(body).to)).toEqual(["99912345678", "x", "y"]);
  });

  test.each([
    ["a 500 of the gateway", 500, { error: { message: "Internal error", code: 500 } }],
    ["WhatsApp's unknown error", 500, { error: { code: 131000, type: "OAuthException", message: "(#131000)" } }],
    ["an answer that is no JSON", 200, undefined],
  ])("is never retried after %s: the error says that it may have been sent", async (_, status, body) => {
    const { url, received } = await localServer((response) => {
      if (body !== undefined) return json(response, status, body);
      response.end("<html>");
    });
    const error = await failureOf(gatewayAt(url).messages.send({ ...PHONE, message }));
    expect(error).toMatchObject({ ambiguous: true, message: expect.stringMatching(/^The message may have been sent/) });
    expect(error.hint).toMatch(/before sending it again/);
    expect(received).toHaveLength(1);
  });

  test("is never retried after a broken connection", async () => {
    const { url, received } = await localServer((response) => response.socket?.destroy());
    const error = await failureOf(gatewayAt(url).messages.send({ ...PHONE, message }));
    expect(error).toMatchObject({ code: "MYCO_GATEWAY_UNREACHABLE", ambiguous: true });
    expect(received).toHaveLength(1);
  });

  test("is retried after a rate limit: it was not accepted", async () => {
    const { url, received } = await localServer((response, _, count) =>
      count === 1
        ? json(response, 400, { error: { code: 130429, type: "OAuthException", message: "(#130429) Rate limit hit" } })
        : json(response, 200, accepted),
    );
    await expect(gatewayAt(url).messages.send({ ...PHONE, message })).resolves.toMatchObject({ id: "wamid.1" });
    expect(received).toHaveLength(2);
  });

  test("a rejection is not ambiguous, and is explained", async () => {
    const { url, received } = await localServer((response) =>
      json(response, 400, {
        error: {
          code: 131047,
          type: "OAuthException",
          message: "(#131047) Re-engagement message",
          error_data: { messaging_product: "whatsapp", details: "More than 24 hours have passed" },
          fbtrace_id: "A7",
        },
      }),
    );
    const error = await failureOf(gatewayAt(url).messages.send({ ...PHONE, message }));
    expect(error).toMatchObject({ ambiguous: false, whatsapp: { code: 131047 } });
    expect(error.message).toMatch(/131047.*24 hours.*A7/);
    expect(error.hint).toMatch(/template/);
    expect(received).toHaveLength(1);
  });
});

describe("receipts", () => {
  test("read and typing", async () => {
    const { url, received } = await localServer((response) => json(response, 200, { success: true }));
    const { messages } = gatewayAt(url);
    await messages.markAsRead({ ...PHONE, messageId: "wamid.7" });
    await messages.typing({ ...PHONE, messageId: "wamid.7" });
    const read = { messaging_product: "whatsapp", status: "read", message_id: "wamid.7" };
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([
      read,
      { ...read, typing_indicator: { type: "text" } },
    ]);
  });

  test("are retried after an unclear failure", async () => {
    const { url, received } = await localServer((response, _, count) =>
      count === 1 ? response.socket?.destroy() : json(response, 200, { success: true }),
    );
    await gatewayAt(url).messages.markAsRead({ ...PHONE, messageId: "wamid.7" });
    expect(received).toHaveLength(2);
  });

  test("are accepted as a raw body", async () => {
    const { url } = await localServer((response) => json(response, 200, { success: true }));
    const body = { status: "read", message_id: "wamid.7" };
    await expect(gatewayAt(url).messages.sendRaw({ ...PHONE, body })).resolves.toEqual({
      id: "wamid.7",
      contacts: [],
    });
  });
});
