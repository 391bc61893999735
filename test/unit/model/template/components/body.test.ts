import { describe, expect, test } from "vitest";
import { lintTemplate } from "../../../../../src/model/template/index.ts";
import { HANDLE, table, template, withBody } from "../rows.ts";

const TEXT = "/components/0/text";
function text(value: string) {
  return withBody({ text: value });
}

function long(value: string, ...samples: string[]) {
  return withBody({ text: value, example: { body_text: [samples] } });
}

function named(value: string, samples: unknown, fields = {}) {
  return withBody(
    { text: value, example: { body_text_named_params: samples } },
    { parameter_format: "NAMED", ...fields },
  );
}

function withSamples(body_text: unknown) {
  return withBody({
    text: "Dear {{1}}, your order with the number {{2}} is on its way to you.",
    example: { body_text },
  });
}

function one(body_text: unknown) {
  return withBody({ text: "Your order with the number {{1}} is on its way to you.", example: { body_text } });
}

function offer(value: string) {
  return template({
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "IMAGE", example: { header_handle: [HANDLE] } },
      { type: "BODY", text: value },
      { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon" } },
    ],
  });
}

function product(value: string) {
  return template({
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "PRODUCT" },
      { type: "BODY", text: value },
    ],
  });
}

const fine = text("Your order is on its way to you.");

table("body", [
  {
    rule: "1024 characters",
    good: text("a".repeat(1024)),
    bad: text("a".repeat(1025)),
    code: "body-too-long",
    path: TEXT,
    answer: 2388040,
    says: "1025 characters; WhatsApp allows 1024",
  },
  {
    rule: "600 with an offer",
    good: offer("a".repeat(600)),
    bad: offer("a".repeat(601)),
    code: "body-too-long",
    path: "/components/1/text",
    says: "allows 600",
  },
  {
    rule: "160 with a product",
    good: product("a".repeat(160)),
    bad: product("a".repeat(161)),
    code: "body-too-long",
    path: "/components/1/text",
    says: "allows 160",
  },
  {
    rule: "counts code points",
    good: text(`${"a".repeat(1022)}😀`),
    bad: text(`${"a".repeat(1023)}😀`),
    code: "body-too-long",
    path: TEXT,
    severity: "warning",
  },
  {
    rule: "has text",
    good: fine,
    bad: withBody({}),
    code: "body-text-missing",
    path: "/components/0",
    answer: 2388043,
  },
  { rule: "is not empty", good: fine, bad: text("  "), code: "body-text-missing", path: TEXT },
  {
    rule: "two line breaks in a row",
    good: text("Hi\n\nthere"),
    bad: text("Hi\n\n\nthere"),
    code: "body-newlines",
    path: TEXT,
    answer: 2388072,
    says: "3 line breaks in a row; WhatsApp allows 2",
  },
  {
    rule: "two line breaks of Windows",
    good: text("Hi\r\n\r\nthere"),
    bad: text("Hi\r\n\r\n\r\nthere"),
    code: "body-newlines",
    path: TEXT,
  },
  {
    rule: "ten emojis",
    good: text(`Hi ${"👨‍👩‍👧".repeat(10)}`),
    bad: text(`Hi ${"🎉".repeat(11)}`),
    code: "body-emojis",
    path: TEXT,
    answer: 2388072,
    says: "11 emojis; WhatsApp allows 10",
  },
  {
    rule: "more than variables",
    good: long("Dear {{1}}, welcome to our shop", "Ana"),
    bad: long("{{1}} \n{{2}}", "a", "b"),
    code: "body-only-variables",
    path: TEXT,
    answer: 2388072,
  },
  {
    rule: "no security recommendation",
    good: fine,
    bad: withBody({ text: "Hello there", add_security_recommendation: true }),
    code: "body-field-unexpected",
    path: "/components/0/add_security_recommendation",
    answer: 2388042,
  },
  { rule: "text is a text", good: fine, bad: withBody({ text: ["Hi"] }), code: "wrong-type", path: TEXT },
]);

table("variables", [
  {
    rule: "no gap",
    good: withSamples([["a", "b"]]),
    bad: long("Dear {{1}}, your order with number {{3}} is on its way.", "a", "b"),
    code: "variables-with-gaps",
    path: TEXT,
    says: "without {{2}}",
  },
  {
    rule: "from one on",
    good: one([["a"]]),
    bad: long("Dear {{2}}, your order is on its way to you.", "a"),
    code: "variables-with-gaps",
    path: TEXT,
  },
  {
    rule: "any order, and again",
    good: long("Dear {{2}}, your order {{1}} is on its way, the one with number {{1}} of ours.", "a", "b"),
    bad: text("Dear {{0}}, hello to you all"),
    code: "variable-malformed",
    path: TEXT,
  },
  {
    rule: "one kind",
    good: one([["a"]]),
    bad: long("Dear {{1}}, your order {{order}} is on its way.", "a"),
    code: "variables-mixed",
    path: TEXT,
  },
  {
    rule: "numbers without NAMED",
    good: one([["a"]]),
    bad: text("Dear {{first_name}}, your order is on its way."),
    code: "variable-not-positional",
    path: TEXT,
  },
  {
    rule: "names with NAMED",
    good: named("Dear {{name_1}}, your order is on its way.", [{ param_name: "name_1", example: "Ana" }], {
      parameter_format: "named",
    }),
    bad: named("Dear {{1}}, your order is on its way.", []),
    code: "variable-not-named",
    path: TEXT,
  },
  {
    rule: "lower case names",
    good: named("Dear {{_a}}, your order is on its way.", [{ param_name: "_a", example: "A" }]),
    bad: named("Dear {{Name}}, your order is on its way.", []),
    code: "variable-malformed",
    path: TEXT,
  },
  {
    rule: "no spaces in braces",
    good: one([["a"]]),
    bad: text("Dear {{ 1 }}, your order is on its way."),
    code: "variable-malformed",
    path: TEXT,
  },
  {
    rule: "two braces on each side",
    good: text("Take {this} with you."),
    bad: text("Dear {1}, your order is on its way."),
    code: "braces-unbalanced",
    path: TEXT,
    severity: "warning",
  },
  {
    rule: "closed braces",
    good: one([["a"]]),
    bad: text("Dear {{1}, your order is on its way."),
    code: "braces-unbalanced",
    path: TEXT,
    severity: "warning",
  },
]);

table(
  "placement, all in doubt",
  (
    [
      ["starts with a variable", "{{1}}, your order is on its way to you.", "variable-at-edge", 2388299],
      ["starts with a variable after a bracket", "({{1}}) is your order number with us.", "variable-at-edge", 2388299],
      ["ends with a variable", "The number of your order is {{1}}", "variable-at-edge", 2388299],
      ["ends with a variable and a dot", "The number of your order is {{1}}.", "variable-at-edge", 2388299],
      ["few words", "Dear {{1}}, hello there", "few-words-per-variable", 2388293],
    ] as const
  ).map(([rule, value, code, answer]) => ({
    rule,
    good: long("Dear {{1}}, your order is here", "a"),
    bad: long(value, "a"),
    code,
    answer,
    path: TEXT,
    severity: "warning" as const,
  })),
);

table("neighbours, in doubt", [
  {
    rule: "words between variables",
    good: withSamples([["a", "b"]]),
    bad: long("Your order from our shop, {{1}} {{2}}, is on its way to you.", "a", "b"),
    code: "variables-adjacent",
    path: TEXT,
    severity: "warning",
  },
]);

test("words are counted in languages without blanks", () => {
  const body = long("您的订单 {{1}} 已经发货,请注意查收并感谢您的支持", "A-1");
  expect(lintTemplate({ ...body, language: "zh_CN" })).toEqual([]);
});

describe("messages", () => {
  test("say what the sample's name may have been", () => {
    const [issue] = lintTemplate(
      named("Dear {{name}}, your order is on its way.", [{ param_name: "nmae", example: "Ana" }]),
    );
    expect(issue?.hint).toBe('Did you mean "name"?');
  });

  test("quote the offending text, cut and with visible line breaks", () => {
    const [issue] = lintTemplate(text(`Hello\n${"x".repeat(1100)}`));
    expect(issue?.message).toMatch(/^body "Hello\\nx+…" has 1106 characters; WhatsApp allows 1024$/);
  });
});
