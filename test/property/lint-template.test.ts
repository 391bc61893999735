import fc from "fast-check";
import { expect, test } from "vitest";
import type { Issue } from "../../src/model/issue.ts";
import { lintProfile } from "../../src/model/profile/index.ts";
import { lintTemplate } from "../../src/model/template/index.ts";
import { HANDLE, validTemplate } from "./lint-arbitraries.ts";

const WORDS = [
  ...["type", "text", "format", "example", "buttons", "cards", "components", "HEADER", "BODY", "FOOTER", "BUTTONS"],
  ...["CAROUSEL", "IMAGE", "TEXT", "body_text", "header_text", "body_text_named_params", "param_name", "header_handle"],
  ...[
    "QUICK_REPLY",
    "URL",
    "url",
    "OTP",
    "otp_type",
    "supported_apps",
    "FLOW",
    "flow_json",
    "PHONE_NUMBER",
    "COPY_CODE",
  ],
  ...[
    "name",
    "language",
    "category",
    "parameter_format",
    "NAMED",
    "AUTHENTICATION",
    "MARKETING",
    "{{1}}",
    "{{a}}",
    HANDLE,
  ],
  ...["limited_time_offer", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST", "library_template_name", "__proto__"],
];

const word = fc.oneof(fc.constantFrom(...WORDS), fc.string());

/** Any JSON, made of the words that the rules look for. */
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(word, tie("json"), { maxKeys: 5 }),
  ),
}));

/** A component tree with the right skeleton and anything in its fields. */
const component = fc.record(
  {
    type: fc.constantFrom("HEADER", "body", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER"),
    format: json,
    text: json,
    example: json,
    buttons: fc.array(fc.record({ type: word, text: json, url: json, example: json, supported_apps: json })),
    cards: fc.array(fc.record({ components: fc.array(json) })),
  },
  { requiredKeys: ["type"] },
);

const skeleton = fc.record({ name: json, language: json, category: word, components: fc.array(component) });

function resolves(body: unknown, path: string): boolean {
  let value = body;
  for (const step of path.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
    value = Reflect.get(value, key);
  }
  return true;
}

function wellFormed(issues: Issue[], body: unknown): void {
  for (const issue of issues) {
    expect(issue.code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(issue.message).not.toBe("");
    expect(issue.hint).not.toBe("");
    expect(resolves(body, issue.path), `${issue.code} at ${issue.path}`).toBe(true);
  }
}

test("never throws, and every path leads to a place in the body", () => {
  fc.assert(
    fc.property(fc.oneof(json, skeleton, fc.jsonValue({ maxDepth: 20 })), (body) => {
      wellFormed(lintTemplate(body), body);
      wellFormed(lintProfile(body), body);
    }),
    { numRuns: 3000 },
  );
});

// JSON can make such objects: String() of them throws.
test("objects without a text form are taken", () => {
  const value: unknown = JSON.parse('{"toString": 1, "valueOf": 1}');
  const offer = { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: value, has_expiration: value } };
  const otp = { type: "OTP", otp_type: "ZERO_TAP", zero_tap_terms_accepted: value };
  const header = { type: "HEADER", format: value, text: value, example: value };
  const body = {
    name: value,
    language: value,
    category: value,
    components: [header, offer, { type: "BUTTONS", buttons: [otp] }],
  };
  wellFormed(lintTemplate(body), body);
  wellFormed(lintTemplate(value), value);
  wellFormed(lintProfile({ about: value, websites: [value] }), { about: value, websites: [value] });
});

test("does not change what it checks", () => {
  fc.assert(
    fc.property(skeleton, (body) => {
      const before = structuredClone(body);
      lintTemplate(body);
      expect(body).toEqual(before);
    }),
  );
});

test("a valid template has no errors", () => {
  fc.assert(
    fc.property(validTemplate, (body) => {
      expect(lintTemplate(body).filter(({ severity }) => severity === "error")).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("deep and long input is checked in time", () => {
  let deep: unknown = { type: "CAROUSEL" };
  for (let level = 0; level < 20_000; level += 1) deep = { type: "CAROUSEL", cards: [{ components: [deep] }] };
  const long = " _a".repeat(200_000);
  const body = {
    name: long,
    language: long,
    category: long,
    components: [
      deep,
      { type: "HEADER", format: "TEXT", text: long },
      { type: "BODY", text: "\n\nx".repeat(200_000), example: { body_text: [Array(200_000).fill(true)] } },
      { type: "FOOTER", text: "{{".repeat(200_000) },
      { type: "BUTTONS", buttons: [{ type: "URL", text: long, url: `https://${long}` }] },
    ],
  };
  expect(lintTemplate(body).length).toBeGreaterThan(5);
}, 10_000);
