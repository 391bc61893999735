import { describe, expect, test } from "vitest";
import { checkStack } from "../../../src/stack/index.ts";
import { project, template } from "./project.ts";

/** The components and parameter format of a language's content, in the canonical order. */
async function expanded(content: string, more = "", category = "UTILITY") {
  const dev = template(content, more).replace("category: UTILITY", `category: ${category}`);
  const { root } = await project({ "stacks/dev.yaml": dev });
  const { stack, issues } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  const body = stack?.templates[0]?.body;
  return { components: body?.components, format: body?.parameter_format };
}

const BODY = { type: "BODY", text: "Hello there" };

interface Case {
  what: string;
  content: string;
  category?: string;
  components: object[];
}

const HANDLE = "4::aW1hZ2U=";

const CASES: Case[] = [
  { what: "body", content: "body: Hello there", components: [BODY] },
  { what: "trailing newlines of a block", content: "body: |+\n  Hello there\n\n", components: [BODY] },
  {
    what: "newlines inside",
    content: "body: |\n  Hello\n\n  there",
    components: [{ type: "BODY", text: "Hello\n\nthere" }],
  },
  { what: "footer", content: "body: Hello there\nfooter: Bye", components: [BODY, { type: "FOOTER", text: "Bye" }] },
  {
    what: "header of text",
    content: "header: News\nbody: Hello there",
    components: [{ type: "HEADER", format: "TEXT", text: "News" }, BODY],
  },
  {
    what: "header with a location",
    content: "header: location\nbody: Hello there",
    components: [{ type: "HEADER", format: "LOCATION" }, BODY],
  },
  ...["image", "video", "document"].map((kind) => ({
    what: `header of ${kind} by handle`,
    content: `header: { ${kind}: { handle: "${HANDLE}" } }\nbody: Hello there`,
    components: [{ type: "HEADER", format: kind.toUpperCase(), example: { header_handle: [HANDLE] } }, BODY],
  })),
  {
    what: "numbered variables",
    content:
      "header: News for {{1}} today\nheader_example: Ana\nbody: Good morning {{1}}, we have put {{2}} pots of fresh basil aside for you\nexamples: [Ana, 3]",
    components: [
      { type: "HEADER", format: "TEXT", text: "News for {{1}} today", example: { header_text: ["Ana"] } },
      {
        type: "BODY",
        text: "Good morning {{1}}, we have put {{2}} pots of fresh basil aside for you",
        example: { body_text: [["Ana", "3"]] },
      },
    ],
  },
  {
    what: "quick reply",
    content: "body: Hello there\nbuttons: [{ quick_reply: Thanks }]",
    components: withButton({ type: "QUICK_REPLY", text: "Thanks" }),
  },
  {
    what: "url",
    content: "body: Hello there\nbuttons: [{ url: { text: Open, url: https://example.com } }]",
    components: withButton({ type: "URL", text: "Open", url: "https://example.com" }),
  },
  {
    what: "url with the sample of its variable",
    content: 'body: Hello there\nbuttons: [{ url: { text: Open, url: "https://example.com/{{1}}", example: 007 } }]',
    components: withButton({
      type: "URL",
      text: "Open",
      url: "https://example.com/{{1}}",
      example: ["https://example.com/007"],
    }),
  },
  {
    what: "url with a full sample",
    content:
      'body: Hello there\nbuttons: [{ url: { text: Open, url: "https://example.com/{{1}}", example: "https://example.com/x" } }]',
    components: withButton({
      type: "URL",
      text: "Open",
      url: "https://example.com/{{1}}",
      example: ["https://example.com/x"],
    }),
  },
  {
    what: "phone",
    content: 'body: Hello there\nbuttons: [{ phone: { text: Call, number: "16505551234" } }]',
    components: withButton({ type: "PHONE_NUMBER", text: "Call", phone_number: "16505551234" }),
  },
  {
    what: "coupon",
    content: "body: Hello there\nbuttons: [{ copy_code: SPRING25 }]",
    category: "MARKETING",
    components: withButton({ type: "COPY_CODE", example: "SPRING25" }),
  },
  {
    what: "flow by id",
    content: 'body: Hello there\nbuttons: [{ flow: { text: Book, id: "123", screen: START, action: navigate } }]',
    components: withButton({
      type: "FLOW",
      text: "Book",
      flow_id: "123",
      navigate_screen: "START",
      flow_action: "NAVIGATE",
    }),
  },
  {
    what: "flow by name",
    content: "body: Hello there\nbuttons: [{ flow: { text: Book, name: visit, screen: START } }]",
    components: withButton({
      type: "FLOW",
      text: "Book",
      flow_name: "visit",
      navigate_screen: "START",
      flow_action: "NAVIGATE",
    }),
  },
  {
    what: "catalog",
    content: "body: Hello there\nbuttons: [{ catalog: View catalog }]",
    category: "MARKETING",
    components: withButton({ type: "CATALOG", text: "View catalog" }),
  },
  {
    what: "products",
    content: "body: Hello there\nbuttons: [{ products: View items }]",
    category: "MARKETING",
    components: withButton({ type: "MPM", text: "View items" }),
  },
  {
    what: "voice call",
    content: "body: Hello there\nbuttons: [{ voice_call: { text: Call now, ttl: 60 } }]",
    components: withButton({ type: "VOICE_CALL", text: "Call now", ttl_minutes: 60 }),
  },
  {
    what: "order of buttons",
    content: "body: Hello there\nbuttons:\n  - quick_reply: B\n  - quick_reply: A",
    components: [
      BODY,
      {
        type: "BUTTONS",
        buttons: [
          { type: "QUICK_REPLY", text: "B" },
          { type: "QUICK_REPLY", text: "A" },
        ],
      },
    ],
  },
  {
    what: "login code to copy",
    content: "authentication: { expires: 10, security_recommendation: true, button: { copy_code: Copy code } }",
    category: "AUTHENTICATION",
    components: [
      { type: "BODY", add_security_recommendation: true },
      { type: "FOOTER", code_expiration_minutes: 10 },
      { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", text: "Copy code" }] },
    ],
  },
  {
    what: "login code by one tap",
    content:
      "authentication: { button: { one_tap: { text: Copy, autofill: Fill, apps: [{ package_name: com.example, signature_hash: K8a/AINcGX7 }] } } }",
    category: "AUTHENTICATION",
    components: [
      { type: "BODY" },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "OTP",
            otp_type: "ONE_TAP",
            text: "Copy",
            autofill_text: "Fill",
            supported_apps: [{ package_name: "com.example", signature_hash: "K8a/AINcGX7" }],
          },
        ],
      },
    ],
  },
  {
    what: "login code without a tap",
    content:
      "authentication: { button: { zero_tap: { apps: [{ package_name: com.example, signature_hash: K8a/AINcGX7 }], terms_accepted: true } } }",
    category: "AUTHENTICATION",
    components: [
      { type: "BODY" },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "OTP",
            otp_type: "ZERO_TAP",
            zero_tap_terms_accepted: true,
            supported_apps: [{ package_name: "com.example", signature_hash: "K8a/AINcGX7" }],
          },
        ],
      },
    ],
  },
  {
    what: "limited-time offer",
    content: `header: { image: { handle: "${HANDLE}" } }\nbody: Hello there\nlimited_time_offer: { text: Ends soon, expires: true }\nbuttons:\n  - copy_code: SPRING25\n  - url: { text: Open, url: https://example.com }`,
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "IMAGE", example: { header_handle: [HANDLE] } },
      BODY,
      { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon", has_expiration: true } },
      {
        type: "BUTTONS",
        buttons: [
          { type: "COPY_CODE", example: "SPRING25" },
          { type: "URL", text: "Open", url: "https://example.com" },
        ],
      },
    ],
  },
  {
    what: "carousel",
    content: `body: Hello there\ncarousel:\n${["Basil for the kitchen", "Mint for the garden"].map((text) => `  - header: { image: { handle: "${HANDLE}" } }\n    body: ${text}\n    buttons: [{ quick_reply: Buy }]\n`).join("")}`,
    category: "MARKETING",
    components: [
      BODY,
      {
        type: "CAROUSEL",
        cards: ["Basil for the kitchen", "Mint for the garden"].map((text) => ({
          components: [
            { type: "HEADER", format: "IMAGE", example: { header_handle: [HANDLE] } },
            { type: "BODY", text },
            { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Buy" }] },
          ],
        })),
      },
    ],
  },
  {
    what: "request to call",
    content: "body: May we call you?\ncall_permission_request: true",
    components: [{ type: "BODY", text: "May we call you?" }, { type: "CALL_PERMISSION_REQUEST" }],
  },
  { what: "no request to call", content: "body: Hello there\ncall_permission_request: false", components: [BODY] },
  {
    what: "own components, verbatim",
    content:
      "components:\n  - { type: BODY, text: Hello there }\n  - { type: BUTTONS, buttons: [{ type: NEW_KIND, anything: [1, null, { a: b }] }] }",
    components: [BODY, { type: "BUTTONS", buttons: [{ type: "NEW_KIND", anything: [1, null, { a: "b" }] }] }],
  },
];

function withButton(button: object): object[] {
  return [BODY, { type: "BUTTONS", buttons: [button] }];
}

describe("the short form becomes WhatsApp's components", () => {
  test.each(CASES)("$what", async ({ content, category, components }) => {
    expect((await expanded(content, "", category)).components).toEqual(components);
  });
});

describe("named variables", () => {
  const text = "Good morning {{first_name}}, we have put {{count}} pots of fresh basil aside for you";

  test("take their samples from the template, and before that from the language", async () => {
    const { components, format } = await expanded(
      `variables: { first_name: Lucía }\nheader: For {{first_name}} today\nbody: ${text}`,
      "    variables: { first_name: Ana, count: 3 }\n",
    );
    expect(format).toBe("NAMED");
    expect(components).toEqual([
      {
        type: "HEADER",
        format: "TEXT",
        text: "For {{first_name}} today",
        example: { header_text_named_params: [{ param_name: "first_name", example: "Lucía" }] },
      },
      {
        type: "BODY",
        text,
        example: {
          body_text_named_params: [
            { param_name: "first_name", example: "Lucía" },
            { param_name: "count", example: "3" },
          ],
        },
      },
    ]);
  });

  test("may end the URL of a button, where WhatsApp calls them {{1}}", async () => {
    const url = "https://example.com/t/{{order}}";
    const dev = template(
      `body: Hello there\nbuttons:\n  - phone: { text: Call, number: "16505551234" }\n  - url: { text: Open, url: "${url}" }`,
      "    variables: { order: 007 }\n",
    );
    const { root } = await project({ "stacks/dev.yaml": dev });
    const { stack, issues } = await checkStack("dev", { projectRoot: root });
    expect(issues).toEqual([]);
    const button = {
      type: "URL",
      text: "Open",
      url: "https://example.com/t/{{1}}",
      example: ["https://example.com/t/007"],
    };
    expect(stack?.templates[0]).toMatchObject({
      body: { parameter_format: "POSITIONAL", components: [BODY, { buttons: [{}, button] }] },
      buttonVariables: [{ index: 1, variable: "order" }],
    });
  });

  test("of a URL may have an example there instead, and must have a sample", async () => {
    const withUrl = (more: string) =>
      template(`body: Hello there\nbuttons: [{ url: { text: Open, url: "https://example.com/t/{{order}}"${more} } }]`);
    const { root } = await project({ "stacks/dev.yaml": withUrl(", example: x"), "stacks/test.yaml": withUrl("") });
    const own = await checkStack("dev", { projectRoot: root });
    expect(own.issues).toEqual([]);
    expect(JSON.stringify(own.stack?.templates[0]?.body)).toContain("https://example.com/t/x");
    const { issues } = await checkStack("test", { projectRoot: root });
    expect(issues.map(({ code }) => code)).toContain("undeclared-variable");
  });

  test("inside a URL are an error, as numbered ones are", async () => {
    const url = '{ text: Open, url: "https://example.com/{{order}}/track", example: x }';
    const { root } = await project({ "stacks/dev.yaml": template(`body: Hello there\nbuttons: [{ url: ${url} }]`) });
    const { issues } = await checkStack("dev", { projectRoot: root });
    expect(issues.filter(({ severity }) => severity === "error").map(({ code }) => code)).toContain("url-variable");
  });

  test("that a language does not use are not sent for it", async () => {
    const dev = `${template("body: Hello there\nfooter: Bye", "    variables: { first_name: Ana }\n")}      es:\n        body: Buenos días {{first_name}}, te hemos apartado unas macetas\n        footer: Adiós\n`;
    const { root } = await project({ "stacks/dev.yaml": dev });
    const { stack } = await checkStack("dev", { projectRoot: root });
    expect(stack?.templates.map(({ body }) => body.parameter_format)).toEqual(["POSITIONAL", "NAMED"]);
    expect(JSON.stringify(stack?.templates[0]?.body)).not.toContain("example");
  });
});

describe("WhatsApp's own fields", () => {
  test("may be in the template or in the language, which overrides it", async () => {
    const more = "    message_send_ttl_seconds: 3600\n    cta_url_link_tracking_opted_out: true\n";
    const { root } = await project({
      "stacks/dev.yaml": template('body: Hello there\nmessage_send_ttl_seconds: "7200"', more),
    });
    const { stack } = await checkStack("dev", { projectRoot: root });
    expect(stack?.templates[0]?.body).toMatchObject({ cta_url_link_tracking_opted_out: true });
    expect(Number(stack?.templates[0]?.body.message_send_ttl_seconds)).toBe(7200);
  });

  test("a library template needs neither body nor components", async () => {
    const { root } = await project({ "stacks/dev.yaml": template("library_template_name: delivery_update_1") });
    const { stack } = await checkStack("dev", { projectRoot: root });
    expect(stack?.templates[0]?.body).toMatchObject({ name: "hello", library_template_name: "delivery_update_1" });
    expect(stack?.templates[0]?.body.components).toBeUndefined();
  });
});
