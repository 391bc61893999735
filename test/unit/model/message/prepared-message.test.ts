import { describe, expect, test } from "vitest";
import { preparedMessage } from "../../../../src/model/message/index.ts";

describe("a prepared message", () => {
  test("has the product and digits; everything else is unchanged, unknown keys too", () => {
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

  test("a recipient that is not a number is kept for the check to report; a group's id is unchanged", () => {
    expect(preparedMessage({ to: "Ana" })).toMatchObject({ to: "Ana" });
    expect(preparedMessage({ to: "49 151-1", recipient_type: "group" })).toMatchObject({ to: "49 151-1" });
    expect(preparedMessage({ status: "read", message_id: "1" })).toEqual({
      messaging_product: "whatsapp",
      status: "read",
      message_id: "1",
    });
  });
});
