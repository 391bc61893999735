import { describe, expect, test } from "vitest";
import { READ_ONLY_FIELDS } from "../../../../../src/model/template/envelope/fields.ts";
import { LANGUAGES } from "../../../../../src/model/template/envelope/language.ts";
import { SAMPLE_TEMPLATE_NAMES } from "../../../../../src/model/template/envelope/name.ts";
import { lintTemplate, lintTemplateName } from "../../../../../src/model/template/index.ts";
import { BODY, table, template, withButtons } from "../rows.ts";

const good = template();
function ttl(category: string, message_send_ttl_seconds: unknown) {
  return category === "AUTHENTICATION"
    ? template({
        category,
        message_send_ttl_seconds,
        components: [{ type: "BODY" }, { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] }],
      })
    : template({ category, message_send_ttl_seconds });
}

function library(fields: Record<string, unknown> = {}) {
  return template({ components: undefined, library_template_name: "delivery_update_1", ...fields });
}

table("name", [
  { rule: "is required", good, bad: template({ name: undefined }), code: "name-missing", path: "", answer: 2388046 },
  {
    rule: "has at most 512 characters",
    good: template({ name: "a".repeat(512) }),
    bad: template({ name: "a".repeat(513) }),
    code: "name-too-long",
    path: "/name",
    says: "513 characters; WhatsApp allows 512",
  },
  { rule: "is not empty", good, bad: template({ name: "" }), code: "name-format", path: "/name", answer: 2388046 },
  {
    rule: "has no capitals",
    good: template({ name: "a_1" }),
    bad: template({ name: "A_1" }),
    code: "name-format",
    path: "/name",
    answer: 2388046,
  },
  { rule: "has no hyphen", good, bad: template({ name: "order-shipped" }), code: "name-format", path: "/name" },
  { rule: "is a text", good, bad: template({ name: 5 }), code: "wrong-type", path: "/name" },
  {
    rule: "is not a sample's",
    good: template({ name: "sample_cpr_template" }),
    bad: template({ name: "hello_world" }),
    code: "name-of-sample",
    path: "/name",
    answer: 2388155,
  },
]);

table("language", [
  {
    rule: "is required",
    good,
    bad: template({ language: undefined }),
    code: "language-missing",
    path: "",
    answer: 2388049,
  },
  {
    rule: "has an underscore",
    good: template({ language: "pt_BR" }),
    bad: template({ language: "pt-BR" }),
    code: "language-unknown",
    path: "/language",
    answer: 2388049,
  },
  {
    rule: "has its region in capitals",
    good: template({ language: "prs_AF" }),
    bad: template({ language: "prs_af" }),
    code: "language-unknown",
    path: "/language",
  },
  {
    rule: "is on the list",
    good: template({ language: "fil" }),
    bad: template({ language: "tlh" }),
    code: "language-unknown",
    path: "/language",
  },
  {
    rule: "is one, not several",
    good,
    bad: template({ language: undefined, languages: ["en_US"] }),
    code: "language-missing",
    path: "/languages",
  },
]);

table("category, sub-category, parameter format", [
  { rule: "category is required", good, bad: template({ category: undefined }), code: "category-missing", path: "" },
  {
    rule: "category in any letter case",
    good: template({ category: "utility" }),
    bad: template({ category: "utilities" }),
    code: "category-unknown",
    path: "/category",
    answer: 100,
  },
  {
    rule: "retired category",
    good,
    bad: template({ category: "TRANSACTIONAL" }),
    code: "category-retired",
    path: "/category",
    says: "replaced by UTILITY",
  },
  {
    rule: "retired category of codes",
    good,
    bad: template({ category: "OTP" }),
    code: "category-retired",
    path: "/category",
    says: "AUTHENTICATION",
  },
  {
    rule: "sub-category",
    good: template({ sub_category: "order_status" }),
    bad: template({ sub_category: "ORDER_STATE" }),
    code: "sub-category-unknown",
    path: "/sub_category",
  },
  {
    rule: "sub-category that only WhatsApp sets",
    good,
    bad: template({ sub_category: "CUSTOM" }),
    code: "sub-category-read-only",
    path: "/sub_category",
    severity: "warning",
  },
  {
    rule: "parameter format",
    good: template({ parameter_format: "positional" }),
    bad: template({ parameter_format: "NUMBERED" }),
    code: "parameter-format-unknown",
    path: "/parameter_format",
  },
]);

table("time to live", [
  ...(
    [
      ["AUTHENTICATION", 30, 29],
      ["AUTHENTICATION", 900, 901],
      ["AUTHENTICATION", -1, 0],
      ["UTILITY", 30, 29],
      ["UTILITY", 43_200, 43_201],
      ["UTILITY", -1, -2],
      ["UTILITY", "120", "12"],
      ["MARKETING", 43_200, 29],
      ["MARKETING", 2_592_000, 2_592_001],
      ["MARKETING", "86400", -1],
    ] as const
  ).map(([category, least, beyond]) => ({
    rule: `${category}: ${least} is allowed, ${beyond} is not`,
    good: ttl(category, least),
    bad: ttl(category, beyond),
    code: "ttl-out-of-range",
    path: "/message_send_ttl_seconds",
    answer: 100,
  })),
  {
    rule: "MARKETING below half a day is in doubt",
    good: ttl("MARKETING", 43_200),
    bad: ttl("MARKETING", "120"),
    code: "ttl-out-of-range",
    path: "/message_send_ttl_seconds",
    severity: "warning",
  },
  {
    rule: "is a whole number",
    good: ttl("UTILITY", 60),
    bad: ttl("UTILITY", "a minute"),
    code: "wrong-type",
    path: "/message_send_ttl_seconds",
  },
]);

table("settings and keys", [
  {
    rule: "allow_category_change has no effect",
    good,
    bad: template({ allow_category_change: true }),
    code: "allow-category-change-ignored",
    path: "/allow_category_change",
    severity: "warning",
  },
  {
    rule: "display_format",
    good: template({ display_format: "ORDER_DETAILS" }),
    bad: template({ display_format: "LARGE" }),
    code: "display-format-unknown",
    path: "/display_format",
    severity: "warning",
  },
  {
    rule: "unknown key",
    good: template({ bid_spec: {} }),
    bad: template({ sub_categories: "x" }),
    code: "unknown-key",
    path: "/sub_categories",
    severity: "warning",
  },
  ...[...READ_ONLY_FIELDS].map((name) => ({
    rule: `${name} is a field of a read`,
    good,
    bad: template({ [name]: "x" }),
    code: "read-only-field",
    path: `/${name}`,
    severity: "warning" as const,
  })),
  {
    rule: "create fields of v26 are known",
    good: template({
      library_template_body_param_inputs: [],
      optimization_spec: {},
      product_set_id: "1",
      routing_entrypoint: "X",
      source_template_id: "2",
    }),
    bad: template({ routing_entrypoints: "X" }),
    code: "unknown-key",
    path: "/routing_entrypoints",
    severity: "warning",
  },
  { rule: "components is a list", good, bad: template({ components: {} }), code: "wrong-type", path: "/components" },
  {
    rule: "a component is an object",
    good,
    bad: template({ components: [BODY, "FOOTER"] }),
    code: "wrong-type",
    path: "/components/1",
  },
  {
    rule: "a component has a type",
    good,
    bad: template({ components: [BODY, { text: "x" }] }),
    code: "type-missing",
    path: "/components/1",
  },
  {
    rule: "component types may be new",
    good,
    bad: template({ components: [BODY, { type: "FOTER" }] }),
    code: "unknown-component-type",
    path: "/components/1/type",
    severity: "warning",
  },
  {
    rule: "button types may be new",
    good: withButtons({ type: "ORDER_DETAILS" }),
    bad: withButtons({ type: "HOLOGRAM" }),
    code: "unknown-button-type",
    path: "/components/1/buttons/0/type",
    severity: "warning",
  },
  { rule: "there is a body", good, bad: template({ components: [] }), code: "body-missing", path: "/components" },
  { rule: "there are components", good, bad: template({ components: undefined }), code: "body-missing", path: "" },
  {
    rule: "no part twice",
    good,
    bad: template({ components: [BODY, BODY] }),
    code: "component-twice",
    path: "/components/1",
  },
]);

table("library templates", [
  {
    rule: "bring their components along",
    good: library(),
    bad: library({ components: [BODY] }),
    code: "library-with-components",
    path: "/components",
  },
  {
    rule: "inputs may be JSON in a text",
    good: library({ library_template_button_inputs: '[{"type":"PHONE_NUMBER"}]' }),
    bad: library({ library_template_button_inputs: "[{'type'}]" }),
    code: "library-inputs-not-json",
    path: "/library_template_button_inputs",
    severity: "warning",
  },
  {
    rule: "the address of a button has no variable: WhatsApp adds it",
    good: library({
      library_template_button_inputs: [
        { type: "PHONE_NUMBER", phone_number: "+16505551234" },
        { type: "URL", url: { base_url: "https://example.com/", url_suffix_example: "https://example.com/a" } },
      ],
    }),
    bad: library({
      library_template_button_inputs: [
        { type: "PHONE_NUMBER", phone_number: "+16505551234" },
        { type: "URL", url: { base_url: "https://example.com/{{1}}", url_suffix_example: "https://example.com/a" } },
      ],
    }),
    code: "library-url-variable",
    path: "/library_template_button_inputs/1/url/base_url",
    answer: 2388052,
  },
  {
    rule: "nor in a JSON text",
    good: library({ library_template_button_inputs: '[{"type":"URL","url":{"base_url":"https://example.com/"}}]' }),
    bad: library({ library_template_button_inputs: '[{"type":"URL","url":{"base_url":"https://example.com/{{1}}"}}]' }),
    code: "library-url-variable",
    path: "/library_template_button_inputs",
    answer: 2388052,
  },
  {
    rule: "inputs need a library template",
    good: library({ library_template_body_inputs: {} }),
    bad: template({ library_template_body_inputs: {} }),
    code: "library-inputs-without-name",
    path: "/library_template_body_inputs",
    severity: "warning",
  },
  {
    rule: "have a name",
    good: library(),
    bad: library({ library_template_name: " " }),
    code: "library-name-empty",
    path: "/library_template_name",
  },
  {
    rule: "are not for marketing",
    good: library(),
    bad: library({ category: "MARKETING" }),
    code: "library-category",
    path: "/category",
    severity: "warning",
  },
]);

describe("hints", () => {
  const hint = (fields: Record<string, unknown>) => lintTemplate(template(fields))[0]?.hint;

  test.each([
    [{ name: "Order Shipped" }, "order_shipped"],
    [{ name: "orderShipped" }, "order_shipped"],
    [{ name: "Prêt-à-porter" }, "pret_a_porter"],
    [{ language: "en-us" }, "en_US"],
    [{ language: "Spanish" }, '"es"'],
    [{ language: "de_LI" }, "de, de_AT, de_CH"],
    [{ category: "MARKTING" }, "MARKETING"],
    [{ sub_category: "FRAUD_ALRT" }, "FRAUD_ALERT"],
    [{ parameter_format: "NAMES" }, "NAMED"],
    [{ subcategory: "FRAUD_ALERT" }, "sub_category"],
  ])("%j is answered with %s", (fields, expected) => {
    expect(hint(fields)).toContain(expected);
  });
});

describe("tables", () => {
  test("every documented language is known, with its name", () => {
    expect(Object.keys(LANGUAGES).length).toBeGreaterThan(70);
    expect(LANGUAGES.pt_BR).toBe("Portuguese (BR)");
    for (const code of Object.keys(LANGUAGES)) expect(code).toMatch(/^[a-z]{2,3}(_[A-Z]{2})?$/);
  });

  test.each(SAMPLE_TEMPLATE_NAMES)("%s is reserved", (name) => {
    expect(lintTemplateName(name)).toMatchObject([{ code: "name-of-sample", path: "/name" }]);
  });

  test("a name is checked at any place", () => {
    expect(lintTemplateName("Ä", "/templates/x")).toMatchObject([{ path: "/templates/x" }]);
    expect(lintTemplateName(undefined, "/templates/x")).toMatchObject([{ path: "/templates" }]);
  });
});

test.each([null, undefined, 5, "x", [], [[]]])("%j is no template", (value) => {
  expect(lintTemplate(value)).toMatchObject([{ severity: "error", code: "not-an-object", path: "" }]);
});

test("all problems are told at once", () => {
  const codes = lintTemplate({
    name: "A",
    language: "xx",
    category: "Y",
    components: [{ type: "FOOTER", text: "😀" }],
  });
  expect(codes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["name-format", "language-unknown", "category-unknown", "body-missing", "footer-emoji"]),
  );
});
