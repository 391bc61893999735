import { expect, test } from "vitest";
import { bodyOfContent, contentOfBody } from "../../../src/model/template/inputs.ts";
import { checkStack } from "../../../src/stack/index.ts";
import { project, template } from "./project.ts";

async function check(content: string, more = "") {
  const { root, marks } = await project({ "stacks/dev.yaml": template(content, more) });
  const { issues, stack } = await checkStack("dev", { projectRoot: root, cwd: root });
  // What the resource stores, and what the provider makes of it for WhatsApp's create call.
  const [declared] = stack?.templates ?? [];
  const created = declared && bodyOfContent(contentOfBody(declared.body));
  return { issues, mark: marks[0], created };
}

const FIELDS = {
  routing_entrypoint: "DEFAULT",
  optimization_spec: { goal: "CLICKS" },
  product_set_id: "1234567890",
  source_template_id: "1627019861106475",
  send_type: "TRIGGER",
};

test.each(Object.entries(FIELDS))("%s reaches WhatsApp's create call without a warning", async (field, value) => {
  const text = `${field}: ${JSON.stringify(value)}`;
  for (const [content, more] of [
    [`body: Hello there\n${text}`, ""],
    ["body: Hello there", `    ${text}\n`],
  ] as const) {
    const { issues, created } = await check(content, more);
    expect(issues).toEqual([]);
    expect(created).toMatchObject({ [field]: value });
  }
});

test("library_template_body_param_inputs goes with a library template", async () => {
  const inputs = [{ type: "text", text: "Ana" }];
  const { issues, created } = await check(
    `library_template_name: delivery_update_1\nlibrary_template_body_param_inputs: ${JSON.stringify(inputs)}`,
  );
  expect(issues).toEqual([]);
  expect(created).toMatchObject({ library_template_body_param_inputs: inputs });
});

test("a flow button has an icon, in the short form and in components", async () => {
  const button = { type: "FLOW", text: "Book", flow_id: "1", icon: "REVIEW" };
  const short = await check('body: Hello there\nbuttons: [{ flow: { text: Book, id: "1", icon: REVIEW } }]');
  const own = await check(
    `components: [{ type: BODY, text: Hello there }, { type: BUTTONS, buttons: [${JSON.stringify(button)}] }]`,
  );
  for (const { issues, created } of [short, own]) {
    expect(issues).toEqual([]);
    expect(created?.components?.[1]).toMatchObject({ type: "BUTTONS", buttons: [button] });
  }
});

test.each(["product_set_id", "source_template_id"])("%s as a number would lose digits", async (field) => {
  expect((await check(`body: Hello there\n${field}: 1627019861106475`)).issues.map(({ code }) => code)).toEqual([
    "number-loses-digits",
  ]);
});

test.each<[string, string, string]>([
  ["language", "body: Hello there\n‸brand_new_field: { a: [1] }", ""],
  ["template", "body: Hello there", "    ‸brand_new_field: { a: [1] }\n"],
])("an unknown field of a %s is sent unchanged, with a warning", async (_level, content, more) => {
  const { issues, mark, created } = await check(content, more);
  expect(issues).toEqual([expect.objectContaining({ ...mark, severity: "warning", code: "unknown-key" })]);
  expect(issues[0]?.message).toContain("`brand_new_field`");
  expect(issues[0]?.hint).toMatch(/sent unchanged/);
  expect(created).toMatchObject({ brand_new_field: { a: [1] } });
});

test("a field of an older version is sent with that version only", async () => {
  const more = `    version: 2\n    previous: { 1: { category: UTILITY, brand_new_field: 1, languages: { en_US: { body: Hi there } } } }\n`;
  const { root } = await project({ "stacks/dev.yaml": template("body: Hello there", more) });
  const { issues, stack } = await checkStack("dev", { projectRoot: root });
  expect(issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual(["warning unknown-key"]);
  expect(stack?.templates.map(({ body }) => body.brand_new_field)).toEqual([undefined, 1]);
});

test("a language's field wins over its template's, and a value may fill it", async () => {
  const { created } = await check("body: Hello there\nbrand_new_field: b", "    brand_new_field: a\n");
  expect(created).toMatchObject({ brand_new_field: "b" });
});

test.each([
  ["resembles a known one", "mesage_send_ttl_secs: 1", "message_send_ttl_seconds"],
  ["resembles a short key", "limited_time_ofer: 1", "limited_time_offer"],
  ["is not a field name of WhatsApp: camelCase", "brandNewField: 1", "Available"],
  ["is not a field name of WhatsApp: one word", "zzz: 1", "Available"],
  ["is not a field name of WhatsApp: a dash", "brand-new: 1", "Available"],
])("a key that %s stays an error", async (_what, line, hint) => {
  const { issues } = await check(`body: Hello there\n${line}`);
  expect(issues).toEqual([expect.objectContaining({ severity: "error", code: "unknown-key" })]);
  expect(issues[0]?.hint).toContain(hint);
});

test("keys outside templates are never treated as fields of WhatsApp", async () => {
  const { root } = await project({
    "stacks/dev.yaml": `${template("body: Hello there\nbuttons: [{ brand_new_kind: x }]")}brand_new_section: 1\nsettings: { brand_new_setting: 1 }\nprofiles: { "1": { brand_new_field: 1 } }\n`,
  });
  const { issues } = await checkStack("dev", { projectRoot: root });
  expect(issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual(Array(4).fill("error unknown-key"));
});

test("read-only fields are reported as such", async () => {
  const { issues } = await check("body: Hello there\nquality_score: GREEN");
  expect(issues.map(({ severity, code }) => `${severity} ${code}`)).toContain("warning read-only-field");
});

test("a warning about a field does not hide other mistakes", async () => {
  const { root } = await project({
    "stacks/dev.yaml": 'account: { waba: "1" }\ntemplates: { hello: { category: UTILITY, brand_new_field: 1 } }\n',
  });
  const { issues } = await checkStack("dev", { projectRoot: root });
  expect(issues.map(({ code }) => code)).toEqual(["missing-key", "unknown-key"]);
});
