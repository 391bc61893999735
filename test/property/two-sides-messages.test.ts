import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";
import {
  checkTemplateParameters,
  INTERACTIVE_KINDS,
  lintMessage,
  MESSAGE_TYPES,
  readReceipt,
  typingIndicator,
} from "../../src/model/message/index.ts";
import { damaged, TEMPLATES, VALID } from "./messages-of-every-kind.ts";

// The model reports an error exactly where the emulator refuses a message: the two were written separately.

let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  emulator = await startEmulator({ rate: 0, quotas: false, review: "approve" });
  for (const template of TEMPLATES) expect((await call("message_templates", template, WABA)).ok).toBe(true);
});
afterAll(() => emulator.close());

const WABA = "102290129340398";
const PHONE = "106540352242922";

async function post(path: string, body: unknown) {
  const response = await fetch(`${emulator.url}${path}`, {
    method: "POST",
    headers: { authorization: "Bearer key", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { ok: response.ok, json: (await response.json()) as Record<string, unknown> };
}

function call(edge: string, body: unknown, node = PHONE) {
  return post(`/whatsapp-business/v21.0/${node}/${edge}`, body);
}

/** The model's errors, with those by the template that a template message sends. */
function errorsOf(body: object) {
  const { type, template } = body as { type?: unknown; template?: { name?: unknown } };
  const sent = type === "template" ? TEMPLATES.find(({ name }) => name === template?.name) : undefined;
  const issues = [
    ...lintMessage(body),
    ...(sent === undefined ? [] : checkTemplateParameters(body, JSON.parse(JSON.stringify(sent)))),
  ];
  return issues.filter(({ severity }) => severity === "error");
}

async function agree(body: object): Promise<void> {
  const errors = errorsOf(body);
  const answer = await call("messages", body);
  expect(answer.ok, JSON.stringify({ body, errors, answer: answer.json })).toBe(errors.length === 0);
}

const kinds = [...MESSAGE_TYPES.filter((type) => type !== "interactive"), ...Object.keys(INTERACTIVE_KINDS)];

it("there is a message of every kind", () => {
  expect(Object.keys(VALID).sort()).toEqual(kinds.sort());
});

it.each(kinds)("%s: neither side refuses what is valid", async (kind) => {
  for (const message of VALID[kind] ?? []) {
    expect(errorsOf(message)).toEqual([]);
    await agree(message);
  }
});

it.each(kinds)(
  "%s: the model's errors are the emulator's refusals",
  async (kind) => {
    const one = fc.constantFrom(...(VALID[kind] ?? [])).chain((message) => damaged(message, 2));
    await fc.assert(fc.asyncProperty(one, agree), { numRuns: 100 });
  },
  60_000,
);

it("a receipt is refused by both sides or by neither", async () => {
  const { json } = await post("/_emulator/inbound", { from: "4915123456789", text: "Hi" });
  const receipts = [readReceipt, typingIndicator].map((make) => make({ messageId: String(json.id) }));
  for (const receipt of receipts) {
    expect(errorsOf(receipt)).toEqual([]);
    const { message_id: _1, ...withoutId } = receipt;
    const { messaging_product: _2, ...withoutProduct } = receipt;
    const others = [withoutId, withoutProduct, { ...receipt, message_id: "" }, { ...receipt, status: "delivered" }];
    for (const body of [receipt, ...others]) await agree(body);
  }
  await agree({ ...receipts[1], typing_indicator: { type: "image" } });
});
