import { describe, expect, test } from "vitest";
import { preparedMessage } from "../../../../src/model/message/index.ts";

describe("a prepared message", () => {
  test("has the product and digits; everything else stays, unknown keys too", () => {
    const body = { to: "+49 (151) 234-56789", type: "text", text: { body: "Hi", new_key: 1 }, other: [1] };
    const before = structuredClone(body);
    expect(preparedMessage(body)).toEqual({
      messaging_product: "whatsapp",
      to: "4915123456789",
      type: "text",
      text: { body: "Hi", new_key: 1 },
      other: [1],
    });
    expect(body).toEqual(before);
  });

  test("an address that is no number stays for the check to name; a group's id is left alone", () => {
    expect(preparedMessage({ to: "Ana" })).toMatchObject({ to: "Ana" });
    expect(preparedMessage({ to: "49 151-1", recipient_type: "group" })).toMatchObject({ to: "49 151-1" });
    expect(preparedMessage({ status: "read", message_id: "1" })).toEqual({
      messaging_product: "whatsapp",
      status: "read",
      message_id: "1",
    });
  });
});
