import { link, table, withButtons } from "../rows.ts";

const BUTTONS = "/components/1";
const FIRST = `${BUTTONS}/buttons/0`;
function address(url: string) {
  return withButtons(link({ url }));
}

function dynamic(fields: Record<string, unknown>) {
  return withButtons(link({ url: "https://example.com/{{1}}", ...fields }));
}

function phone(phone_number: unknown) {
  return withButtons({ type: "PHONE_NUMBER", text: "Call", phone_number });
}

function code(example: unknown) {
  return withButtons({ type: "COPY_CODE", example });
}

function flow(fields: Record<string, unknown>) {
  return withButtons({ type: "FLOW", text: "Sign up", ...fields });
}

table("URL buttons", [
  {
    rule: "url is required",
    good: address("https://example.com"),
    bad: withButtons({ type: "URL", text: "Go" }),
    code: "url-missing",
    path: FIRST,
    answer: 2388050,
  },
  {
    rule: "2000 characters",
    good: address(`https://example.com/${"a".repeat(1980)}`),
    bad: address(`https://example.com/${"a".repeat(1981)}`),
    code: "url-too-long",
    path: `${FIRST}/url`,
    says: "2001 characters; WhatsApp allows 2000",
  },
  {
    rule: "http or https",
    good: address("HTTP://example.com"),
    bad: address("example.com"),
    code: "url-format",
    path: `${FIRST}/url`,
    answer: 2388052,
  },
  {
    rule: "no other scheme",
    good: address("http://example.com"),
    bad: address("ftp://example.com"),
    code: "url-format",
    path: `${FIRST}/url`,
  },
  {
    rule: "no blank",
    good: address("https://example.com/a%20b"),
    bad: address("https://example.com/a b"),
    code: "url-format",
    path: `${FIRST}/url`,
  },
  {
    rule: "an address",
    good: address("https://example.com"),
    bad: address("https://"),
    code: "url-format",
    path: `${FIRST}/url`,
  },
  {
    rule: "variable at the end",
    good: dynamic({ example: ["a"] }),
    bad: dynamic({ url: "https://example.com/{{1}}/x", example: ["a"] }),
    code: "url-variable",
    path: `${FIRST}/url`,
    answer: 2388052,
  },
  {
    rule: "one variable",
    good: dynamic({ example: "a" }),
    bad: dynamic({ url: "https://example.com/{{1}}{{2}}", example: ["a"] }),
    code: "url-variable",
    path: `${FIRST}/url`,
  },
  {
    rule: "numbered, in named templates too",
    good: dynamic({ example: ["a"] }),
    bad: dynamic({ url: "https://example.com/{{order}}", example: ["a"] }),
    code: "url-variable",
    path: `${FIRST}/url`,
  },
  {
    rule: "not in the host",
    good: dynamic({ example: ["a"] }),
    bad: dynamic({ url: "https://{{1}}", example: ["a"] }),
    code: "url-variable-host",
    path: `${FIRST}/url`,
    severity: "warning",
  },
  {
    rule: "not into WhatsApp",
    good: address("https://example.com"),
    bad: address("https://wa.me/15550051310"),
    code: "url-to-whatsapp",
    path: `${FIRST}/url`,
    severity: "warning",
  },
  {
    rule: "an example",
    good: dynamic({ example: ["https://example.com/a"] }),
    bad: dynamic({}),
    code: "url-example-missing",
    path: FIRST,
    answer: 2388043,
  },
  {
    rule: "no empty example",
    good: dynamic({ example: ["a"] }),
    bad: dynamic({ example: [] }),
    code: "url-example-missing",
    path: `${FIRST}/example`,
  },
  {
    rule: "one example",
    good: dynamic({ example: ["a"] }),
    bad: dynamic({ example: ["a", "b"] }),
    code: "url-example-many",
    path: `${FIRST}/example`,
    severity: "warning",
  },
  {
    rule: "no example without a variable",
    good: address("https://example.com"),
    bad: withButtons(link({ example: ["x"] })),
    code: "url-example-surplus",
    path: `${FIRST}/example`,
    severity: "warning",
  },
]);

table("phone number, copy code and flow buttons", [
  {
    rule: "a number",
    good: phone("+1 (555) 005-1310"),
    bad: withButtons({ type: "PHONE_NUMBER", text: "Call" }),
    code: "phone-number-missing",
    path: FIRST,
    answer: 2388050,
  },
  {
    rule: "20 characters",
    good: phone("+1 555 0051310      "),
    bad: phone("+1 555 0051310       "),
    code: "phone-number-invalid",
    path: `${FIRST}/phone_number`,
    answer: 192,
    says: "21 characters; WhatsApp allows 20",
  },
  {
    rule: "digits",
    good: phone("15550051310"),
    bad: phone("1-800-FLOWERS"),
    code: "phone-number-invalid",
    path: `${FIRST}/phone_number`,
    answer: 192,
  },
  {
    rule: "at most 15 digits",
    good: phone("123456789012345"),
    bad: phone("1234567890123456"),
    code: "phone-number-invalid",
    path: `${FIRST}/phone_number`,
    answer: 192,
  },
  {
    rule: "at least 7 digits",
    good: phone("1234567"),
    bad: phone("123456"),
    code: "phone-number-invalid",
    path: `${FIRST}/phone_number`,
    answer: 192,
  },
  {
    rule: "a country code",
    good: phone("44205550100"),
    bad: phone("0205550100"),
    code: "phone-number-country",
    path: `${FIRST}/phone_number`,
    severity: "warning",
  },
  {
    rule: "a text",
    good: phone("15550051310"),
    bad: phone(15550051310),
    code: "wrong-type",
    path: `${FIRST}/phone_number`,
  },
  {
    rule: "a sample code",
    good: code(["25OFF"]),
    bad: withButtons({ type: "COPY_CODE" }),
    code: "copy-code-example-missing",
    path: FIRST,
    answer: 2388043,
  },
  {
    rule: "a code of 20 characters",
    good: code("a".repeat(15)),
    bad: code("a".repeat(21)),
    code: "copy-code-too-long",
    path: `${FIRST}/example`,
    says: "21 characters; WhatsApp allows 20",
  },
  {
    rule: "a code of 15 characters, in doubt",
    good: code("a".repeat(15)),
    bad: code("a".repeat(16)),
    code: "copy-code-too-long",
    path: `${FIRST}/example`,
    severity: "warning",
  },
  { rule: "a flow", good: flow({ flow_id: "1" }), bad: flow({}), code: "flow-source", path: FIRST },
  {
    rule: "one way to name the flow",
    good: flow({ flow_name: "a" }),
    bad: flow({ flow_id: "1", flow_name: "a" }),
    code: "flow-source",
    path: FIRST,
  },
  {
    rule: "flow_json is JSON",
    good: flow({ flow_json: "{}" }),
    bad: flow({ flow_json: "{" }),
    code: "flow-json-invalid",
    path: `${FIRST}/flow_json`,
  },
  {
    rule: "flow_id is digits",
    good: flow({ flow_id: 12 }),
    bad: flow({ flow_id: "twelve" }),
    code: "flow-id-invalid",
    path: `${FIRST}/flow_id`,
  },
  {
    rule: "flow_id is exact",
    good: flow({ flow_id: "12345678901234567890" }),
    bad: flow({ flow_id: Number("12345678901234567890") }),
    code: "flow-id-not-exact",
    path: `${FIRST}/flow_id`,
  },
  {
    rule: "flow_action",
    good: flow({ flow_id: "1", flow_action: "data_exchange" }),
    bad: flow({ flow_id: "1", flow_action: "open" }),
    code: "flow-action-unknown",
    path: `${FIRST}/flow_action`,
  },
  {
    rule: "no screen without navigation",
    good: flow({ flow_id: "1", navigate_screen: "A" }),
    bad: flow({ flow_id: "1", flow_action: "DATA_EXCHANGE", navigate_screen: "A" }),
    code: "flow-screen-ignored",
    path: `${FIRST}/navigate_screen`,
    severity: "warning",
  },
]);
