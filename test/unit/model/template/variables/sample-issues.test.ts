import { table, withBody } from "../rows.ts";

const EXAMPLE = "/components/0/example";
function text(value: string) {
  return withBody({ text: value });
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

table("numbered samples", [
  {
    rule: "for every variable",
    good: withSamples([["a", "b"]]),
    bad: text("Dear {{1}}, your order is on its way."),
    code: "sample-missing",
    path: "/components/0",
    answer: 2388043,
  },
  {
    rule: "not too few",
    good: withSamples([["a", "b"]]),
    bad: withSamples([["a"]]),
    code: "sample-missing",
    path: `${EXAMPLE}/body_text/0`,
    answer: 2388043,
    says: "2 variables and 1 sample",
  },
  {
    rule: "not too many",
    good: withSamples([["a", "b"]]),
    bad: withSamples([["a", "b", "c"]]),
    code: "sample-without-variable",
    path: `${EXAMPLE}/body_text/0`,
    says: "2 variables and 3 samples",
  },
  { rule: "not empty", good: one([["a"]]), bad: one([[""]]), code: "sample-missing", path: EXAMPLE, answer: 2388043 },
  {
    rule: "none of them empty",
    good: withSamples([["a", "b"]]),
    bad: withSamples([["a", ""]]),
    code: "sample-empty",
    path: `${EXAMPLE}/body_text/0/1`,
    answer: 2388043,
  },
  {
    rule: "a bare text for one",
    good: one("a"),
    bad: withSamples("a"),
    code: "sample-missing",
    path: `${EXAMPLE}/body_text`,
  },
  {
    rule: "a flat list, in doubt",
    good: one(["a"]),
    bad: withSamples(["a", "b"]),
    code: "samples-flat",
    path: `${EXAMPLE}/body_text`,
    severity: "warning",
  },
  {
    rule: "one row, in doubt",
    good: one([["a"]]),
    bad: one([["a"], ["b"]]),
    code: "samples-in-rows",
    path: `${EXAMPLE}/body_text`,
    severity: "warning",
  },
  {
    rule: "texts, in doubt",
    good: one([["5"]]),
    bad: one([[5]]),
    code: "sample-not-text",
    path: `${EXAMPLE}/body_text/0/0`,
    severity: "warning",
  },
  {
    rule: "texts or numbers",
    good: one([["5"]]),
    bad: one([[true]]),
    code: "wrong-type",
    path: `${EXAMPLE}/body_text/0/0`,
  },
  {
    rule: "none without a variable",
    good: withBody({ text: "Hello to you all", example: { body_text: [[]] } }),
    bad: withBody({ text: "Hello to you all", example: { body_text: [["a"]] } }),
    code: "sample-without-variable",
    path: `${EXAMPLE}/body_text`,
  },
  {
    rule: "not under the key of names",
    good: one([["a"]]),
    bad: withBody({
      text: "Your order with number {{1}} is on its way.",
      example: { body_text_named_params: [{ param_name: "1", example: "a" }] },
    }),
    code: "sample-missing",
    path: `${EXAMPLE}/body_text_named_params`,
  },
]);

const NAMED = `${EXAMPLE}/body_text_named_params`;
const greeting = "Dear {{name}}, your order is on its way.";
const ana = { param_name: "name", example: "Ana" };

table("named samples", [
  {
    rule: "for every variable",
    good: named(greeting, [ana]),
    bad: named(greeting, undefined),
    code: "sample-missing",
    path: EXAMPLE,
    answer: 2388043,
  },
  {
    rule: "not only for some",
    good: named(greeting, [ana]),
    bad: named("Dear {{name}}, your order {{order}} is on its way.", [ana]),
    code: "sample-missing",
    path: NAMED,
    says: "{{order}}",
  },
  {
    rule: "one for each",
    good: named(greeting, [ana]),
    bad: named(greeting, [ana, ana]),
    code: "sample-twice",
    path: `${NAMED}/1/param_name`,
  },
  {
    rule: "of a variable in the text",
    good: named(greeting, [ana]),
    bad: named(greeting, [ana, { param_name: "order", example: "x" }]),
    code: "sample-without-variable",
    path: `${NAMED}/1/param_name`,
  },
  {
    rule: "not empty",
    good: named(greeting, [ana]),
    bad: named(greeting, [{ param_name: "name", example: "" }]),
    code: "sample-empty",
    path: `${NAMED}/0/example`,
    answer: 2388043,
  },
  {
    rule: "with a name",
    good: named(greeting, [ana]),
    bad: named(greeting, [{ example: "Ana" }]),
    code: "wrong-type",
    path: `${NAMED}/0`,
  },
  {
    rule: "not under the key of numbers",
    good: named(greeting, [ana]),
    bad: withBody({ text: greeting, example: { body_text: [["Ana"]] } }, { parameter_format: "NAMED" }),
    code: "sample-missing",
    path: `${EXAMPLE}/body_text`,
    answer: 2388043,
  },
]);
