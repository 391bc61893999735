import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmulator } from "../../src/emulator/index.ts";
import { compareTemplates, lintTemplate, type TemplateBody } from "../../src/model/template/index.ts";

// What the model reports as an error, the emulator refuses, and vice versa: the two were written independently.

let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  // Rules that public reports contradict are warnings of the model and switches of the emulator.
  const faults = { switches: { wordsPerVariable: 0, edgeRule: "off" as const } };
  emulator = await startEmulator({ rate: 0, quotas: false, faults });
});
afterAll(() => emulator.close());

const WABA = "102290129340398";
async function call(method: string, path: string, body?: unknown) {
  const response = await fetch(`${emulator.url}/whatsapp-business/v21.0/${path}`, {
    method,
    headers: { authorization: "Bearer key", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { ok: response.ok, json: (await response.json()) as { id?: string; data?: TemplateBody[]; error?: unknown } };
}

/** Texts of a length around a limit, some of them with content that WhatsApp refuses. */
function text(limit: number) {
  return fc.oneof(
    fc.constantFrom(
      "Hello to all of you",
      "Two\nlines",
      "Three\n\n\nnewlines",
      "*bold*",
      "smile 🙂",
      " spaces ",
      "{{1}}",
    ),
    fc.integer({ min: limit - 1, max: limit + 1 }).map((length) => "x".repeat(length)),
  );
}

const button = fc.oneof(
  fc.record({ type: fc.constant("QUICK_REPLY"), text: text(25) }),
  fc.record({
    type: fc.constant("URL"),
    text: text(25),
    url: fc.constantFrom("https://example.com", "ftp://example.com", "https://example.com/{{1}}"),
  }),
  fc.record({
    type: fc.constant("URL"),
    text: fc.constant("Open"),
    url: fc.constant("https://example.com/{{1}}"),
    example: fc.constant(["https://example.com/a"]),
  }),
  fc.record({
    type: fc.constant("PHONE_NUMBER"),
    text: fc.constant("Call"),
    phone_number: fc.constantFrom("+16505551234", "12", "not a number"),
  }),
  fc.record({ type: fc.constant("COPY_CODE"), example: fc.constantFrom("HERBS25", "x".repeat(21)) }),
);

const body = fc.oneof(
  text(1024).map((content) => ({ type: "BODY", text: content })),
  fc.record({
    type: fc.constant("BODY"),
    text: fc.constantFrom("Hi {{1}} and {{2}} there", "Hi {{1}} and {{3}} there", "Hi {{1}} and {{name}} there"),
  }),
  fc.record({
    type: fc.constant("BODY"),
    text: fc.constant("Hi {{1}} and {{2}} there"),
    example: fc.constantFrom({ body_text: [["a", "b"]] }, { body_text: [["a"]] }, { body_text: [["a", ""]] }),
  }),
);

const template = fc
  .record({
    name: fc.constantFrom("offer", "Offer", "of fer", "hello_world", "x".repeat(512), "x".repeat(513)),
    language: fc.constantFrom("en_US", "en-US", "xx", "es"),
    category: fc.constantFrom("UTILITY", "MARKETING", "TRANSACTIONAL", "utility"),
    header: fc.option(
      text(60).map((content) => ({ type: "HEADER", format: "TEXT", text: content })),
      { nil: undefined },
    ),
    body: fc.option(body, { nil: undefined, freq: 9 }),
    footer: fc.option(
      text(60).map((content) => ({ type: "FOOTER", text: content })),
      { nil: undefined },
    ),
    buttons: fc.option(
      fc.array(button, { minLength: 1, maxLength: 4 }).map((buttons) => ({ type: "BUTTONS", buttons })),
      { nil: undefined },
    ),
  })
  .map(({ name, language, category, ...parts }) => ({
    name,
    language,
    category,
    components: Object.values(parts).filter((part) => part !== undefined),
  }));

/** Mostly valid values, so that not every template breaks a rule of the envelope. */
const likely = template.chain((made) =>
  fc.boolean().map((asMade) => (asMade ? made : { ...made, name: "offer", language: "en_US", category: "MARKETING" })),
);

it("the model's errors are the emulator's refusals", async () => {
  await fc.assert(
    fc.asyncProperty(likely, async (made) => {
      emulator.reset();
      const errors = lintTemplate(made).filter(({ severity }) => severity === "error");
      const created = await call("POST", `${WABA}/message_templates`, made);
      expect(created.ok, JSON.stringify({ errors, answer: created.json })).toBe(errors.length === 0);
    }),
    { numRuns: 300 },
  );
}, 120_000);

it("what the emulator lists back is equal to what was sent", async () => {
  await fc.assert(
    fc.asyncProperty(likely, async (made) => {
      emulator.reset();
      const created = await call("POST", `${WABA}/message_templates`, made);
      fc.pre(created.ok);
      const { json } = await call("GET", `${WABA}/message_templates`);
      const listed = json.data?.find(({ id }) => id === created.json.id);
      expect(compareTemplates(made, listed ?? made).changes).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 120_000);
