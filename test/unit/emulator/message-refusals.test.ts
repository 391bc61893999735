import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectOf } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE } from "./gateway-client.ts";
import { REFUSED_INTERACTIVES } from "./refused-interactives.ts";
import { BAD_INPUT, REFUSED_MESSAGES } from "./refused-messages.ts";

const TITLES: Record<number, string> = {
  131008: "Required parameter is missing",
  131009: "Parameter value is not valid",
  132001: "Template name does not exist in the translation",
};

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start();
});
afterAll(() => gateway.emulator.close());

describe.each([
  { which: "bad input", cases: BAD_INPUT },
  { which: "a message", cases: REFUSED_MESSAGES },
  { which: "an interactive message", cases: REFUSED_INTERACTIVES },
])("$which is answered with WhatsApp's own code", ({ cases }) => {
  it.each(cases)("$what → $code", async ({ body, code, says }) => {
    const answer = await gateway.graph("POST", `${PHONE}/messages`, body);
    const { fbtrace_id: trace, ...error } = errorOf(answer);
    expect(answer.status).toBe(code === 132001 ? 404 : 400);
    expect(trace).toMatch(/^A[\w-]{22}$/);
    expect(error).toEqual(
      code === 100
        ? { message: says, type: "OAuthException", code }
        : {
            message: `(#${code}) ${TITLES[code]}`,
            type: "OAuthException",
            code,
            error_data: { messaging_product: "whatsapp", details: says },
          },
    );
  });

  it("keeps nothing", () => {
    expect(gateway.emulator.state().messages).toEqual([]);
  });
});

it("answers a body that is no JSON", async () => {
  const response = await fetch(`${gateway.emulator.url}/whatsapp-business/v21.0/${PHONE}/messages`, {
    method: "POST",
    headers: { authorization: "Bearer k", "content-type": "application/json" },
    body: '{"to": ',
  });
  expect(response.status).toBe(400);
  expect(objectOf(JSON.parse(await response.text()).error)).toMatchObject({ code: 100 });
});
