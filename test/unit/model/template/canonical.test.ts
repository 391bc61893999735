import { describe, expect, it } from "vitest";
import { canonicalTemplate, type TemplateBody } from "../../../../src/model/template/index.ts";

function template(components: unknown, fields: Record<string, unknown> = {}): TemplateBody {
  // Odd shapes are the point of some of these tests.
  return { name: "basil_ready", language: "en_US", category: "UTILITY", components, ...fields } as TemplateBody;
}

function componentsOf(components: unknown[], fields?: Record<string, unknown>) {
  return canonicalTemplate(template(components, fields)).components;
}

function buttonOf(button: unknown, fields?: Record<string, unknown>) {
  const [component] = componentsOf([{ type: "BUTTONS", buttons: [button] }], fields) ?? [];
  return Array.isArray(component?.buttons) ? component.buttons[0] : undefined;
}

describe("enums and order", () => {
  it("writes enums in upper case, in cards too", () => {
    const card = {
      components: [
        { type: "header", format: "video" },
        { type: "buttons", buttons: [{ type: "quick_reply", text: "More" }] },
      ],
    };
    const body = template([{ type: "carousel", cards: [card] }], {
      category: "marketing",
      parameter_format: "named",
      sub_category: "order_status",
    });
    expect(canonicalTemplate(body)).toEqual({
      name: "basil_ready",
      language: "en_US",
      category: "MARKETING",
      parameter_format: "NAMED",
      sub_category: "ORDER_STATUS",
      components: [
        {
          type: "CAROUSEL",
          cards: [
            {
              components: [
                { type: "HEADER", format: "VIDEO" },
                { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "More" }] },
              ],
            },
          ],
        },
      ],
    });
  });

  it("orders components as WhatsApp does and keeps the order of buttons", () => {
    const buttons = [
      { type: "QUICK_REPLY", text: "B" },
      { type: "QUICK_REPLY", text: "A" },
    ];
    const types = [
      "BUTTONS",
      "FOOTER",
      "NOVELTY",
      "CALL_PERMISSION_REQUEST",
      "CAROUSEL",
      "LIMITED_TIME_OFFER",
      "BODY",
      "HEADER",
    ];
    const result = componentsOf(types.map((type) => (type === "BUTTONS" ? { type, buttons } : { type })));
    expect(result?.map(({ type }) => type)).toEqual([
      "HEADER",
      "BODY",
      "LIMITED_TIME_OFFER",
      "CAROUSEL",
      "CALL_PERMISSION_REQUEST",
      "NOVELTY",
      "FOOTER",
      "BUTTONS",
    ]);
    expect(result?.at(-1)?.buttons).toEqual(buttons);
  });

  it.each([
    ["an ordinary one", template([{ type: "BODY", text: "Hello there" }])],
    [
      "one from the library",
      { name: "n", language: "en", category: "UTILITY", library_template_name: "delivery_update_1" },
    ],
    ["an authentication one", template([{ type: "BODY" }], { category: "AUTHENTICATION" })],
  ])("gives %s a parameter format", (_what, body) => {
    expect(canonicalTemplate(body).parameter_format).toBe("POSITIONAL");
  });

  it("drops the sub categories that WhatsApp gives itself", () => {
    expect(canonicalTemplate(template([], { sub_category: "CUSTOM" }))).not.toHaveProperty("sub_category");
    expect(canonicalTemplate(template([], { sub_category: "form" }))).not.toHaveProperty("sub_category");
  });
});

describe("samples", () => {
  it.each([
    ["a bare text", "Ana", [["Ana"]]],
    ["a flat list", ["Ana", 3], [["Ana", "3"]]],
    ["rows", [["Ana", "3"]], [["Ana", "3"]]],
  ])("of a body: %s", (_form, body_text, expected) => {
    const result = componentsOf([{ type: "BODY", text: "Hi {{1}}, {{2}} pots wait.", example: { body_text } }]);
    expect(result).toEqual([{ type: "BODY", text: "Hi {{1}}, {{2}} pots wait.", example: { body_text: expected } }]);
  });

  it.each([["Ana"], [["Ana"]], [[["Ana"]]]])("of a header: %j", (header_text) => {
    const result = componentsOf([{ type: "HEADER", text: "For {{1}}", example: { header_text } }]);
    expect(result).toEqual([{ type: "HEADER", format: "TEXT", text: "For {{1}}", example: { header_text: ["Ana"] } }]);
  });

  it("of named variables stand in the order of the text", () => {
    const named = (names: string[]) => names.map((param_name) => ({ param_name, example: param_name.toUpperCase() }));
    const [body] =
      componentsOf([
        {
          type: "BODY",
          text: "Hi {{who}}, {{what}} on {{day}}!",
          example: { body_text_named_params: named(["day", "extra", "who", "what"]) },
        },
      ]) ?? [];
    expect(body?.example).toEqual({ body_text_named_params: named(["who", "what", "day", "extra"]) });
  });

  it("go where the text has no variable", () => {
    const result = componentsOf([
      { type: "HEADER", format: "TEXT", text: "News", example: { header_text: ["x"] } },
      { type: "BODY", text: "Fresh basil today.", example: { body_text: [["x"]] } },
      { type: "BUTTONS", buttons: [{ type: "URL", text: "Shop", url: "https://herbs.example/shop", example: ["x"] }] },
    ]);
    expect(JSON.stringify(result)).not.toContain('example":');
  });

  it.each([
    ["an ending", "basil?pot=$&", "https://herbs.example/p/basil?pot=$&"],
    ["a list with an ending", ["basil"], "https://herbs.example/p/basil"],
    ["a full address", ["https://herbs.example/p/mint"], "https://herbs.example/p/mint"],
  ])("of a URL button: %s", (_form, example, expected) => {
    expect(buttonOf({ type: "url", text: "Shop", url: "https://herbs.example/p/{{1}}", example })).toEqual({
      type: "URL",
      text: "Shop",
      url: "https://herbs.example/p/{{1}}",
      example: [expected],
    });
  });

  it("of a code to copy are one text, and its fixed label goes", () => {
    const expected = { type: "COPY_CODE", example: "BASIL25" };
    expect(buttonOf({ type: "COPY_CODE", example: "BASIL25" })).toEqual(expected);
    expect(buttonOf({ type: "COPY_CODE", text: "Copy offer code", example: ["BASIL25"] })).toEqual(expected);
  });

  it("that are media stay, files too", () => {
    const header = (header_handle: unknown) => ({ type: "HEADER", format: "IMAGE", example: { header_handle } });
    const file = { file: "media/basil.png", sha256: "ab" };
    expect(componentsOf([header(file)])).toEqual([header([file])]);
    expect(componentsOf([header("4::abc")])).toEqual([header(["4::abc"])]);
  });
});

describe("values", () => {
  it.each([
    ["+1 (555) 005-1310", "15550051310"],
    ["15550051310", "15550051310"],
    [15550051310, "15550051310"],
    ["+49 (0)30 1234", "49301234"],
    ["call me", "call me"],
  ])("phone number %j is %j", (phone_number, expected) => {
    expect(buttonOf({ type: "PHONE_NUMBER", text: "Call", phone_number })).toMatchObject({ phone_number: expected });
  });

  it("flow ids are text, and a flow navigates unless it says otherwise", () => {
    expect(buttonOf({ type: "FLOW", text: "Go", flow_id: 1079254650791678 })).toEqual({
      type: "FLOW",
      text: "Go",
      flow_id: "1079254650791678",
      flow_action: "NAVIGATE",
    });
    expect(buttonOf({ type: "FLOW", flow_action: "data_exchange" })).toMatchObject({ flow_action: "DATA_EXCHANGE" });
  });

  it("numbers and booleans may come as text", () => {
    const body = template(
      [{ type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon", has_expiration: "true" } }],
      {
        message_send_ttl_seconds: "86400",
      },
    );
    expect(canonicalTemplate(body)).toMatchObject({
      message_send_ttl_seconds: 86400,
      components: [{ limited_time_offer: { has_expiration: true } }],
    });
  });

  it("library inputs may come as JSON text; what is no JSON stays", () => {
    const inputs = JSON.stringify([{ type: "url", url: { base_url: "https://herbs.example/{{1}}" } }]);
    const body = (library_template_button_inputs: string) => template(undefined, { library_template_button_inputs });
    expect(canonicalTemplate(body(inputs)).library_template_button_inputs).toEqual([
      { type: "URL", url: { base_url: "https://herbs.example/{{1}}" } },
    ]);
    expect(canonicalTemplate(body("[{'type': 'URL'}]")).library_template_button_inputs).toBe("[{'type': 'URL'}]");
  });

  it("texts are exact, to the last blank", () => {
    expect(componentsOf([{ type: "FOOTER", text: " Herbs \n" }])).toEqual([{ type: "FOOTER", text: " Herbs \n" }]);
  });
});

describe("authentication", () => {
  const address =
    "https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&cta_display_name=Fill%20in&package_name=com.herbs%2Corg.herbs.two" +
    "&signature_hash=K8a%2FAINcGX7%2CA%2B8a%3DINcGX7&code_expiration_minutes=15&code=otp{{1}}";

  it("turns the address that is returned into the button that was declared", () => {
    const read = componentsOf(
      [
        {
          type: "BODY",
          text: "*{{1}}* is your code.",
          add_security_recommendation: true,
          example: { body_text: [["123456"]] },
        },
        { type: "FOOTER", text: "This code expires in 15 minutes.", code_expiration_minutes: 15 },
        { type: "BUTTONS", buttons: [{ type: "URL", text: "Copy code", url: address, example: [address] }] },
      ],
      { category: "AUTHENTICATION" },
    );
    expect(read).toEqual([
      { type: "BODY", add_security_recommendation: true },
      { type: "FOOTER", code_expiration_minutes: 15 },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "OTP",
            otp_type: "ONE_TAP",
            text: "Copy code",
            autofill_text: "Fill in",
            supported_apps: [
              { package_name: "com.herbs", signature_hash: "K8a/AINcGX7" },
              { package_name: "org.herbs.two", signature_hash: "A+8a=INcGX7" },
            ],
          },
        ],
      },
    ]);
  });

  it("takes the expiry from the address where the footer does not say it", () => {
    const buttons = { type: "BUTTONS", buttons: [{ type: "URL", text: "Copy", url: address }] };
    const footer = { type: "FOOTER", code_expiration_minutes: 15 };
    expect(componentsOf([buttons], { category: "AUTHENTICATION" })).toMatchObject([footer, { type: "BUTTONS" }]);
    expect(componentsOf([{ type: "FOOTER", text: "Soon." }, buttons], { category: "AUTHENTICATION" })?.[0]).toEqual(
      footer,
    );
  });

  it("moves the one app of older versions into the list, its hash decoded", () => {
    expect(
      buttonOf({ type: "otp", otp_type: "one_tap", package_name: "com.herbs", signature_hash: "K8a%2FAINcGX7" }),
    ).toEqual({
      type: "OTP",
      otp_type: "ONE_TAP",
      supported_apps: [{ package_name: "com.herbs", signature_hash: "K8a/AINcGX7" }],
    });
  });

  it("keeps the text of an old template without an OTP button", () => {
    const components = [{ type: "BODY", text: "Your code: {{1}}.", example: { body_text: [["123"]] } }];
    expect(componentsOf(components, { category: "AUTHENTICATION" })).toEqual(components);
  });
});

describe("what it leaves alone", () => {
  it("a field called __proto__, at any level", () => {
    const text =
      '{"name":"a","category":"UTILITY","__proto__":{"a":1},"components":[{"type":"BODY","text":"x","__proto__":{"b":1}},' +
      '{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"y","__proto__":{"c":1}}]}],"parameter_format":"POSITIONAL"}';
    const canonical = canonicalTemplate(JSON.parse(text));
    expect(JSON.stringify(canonical)).toBe(text);
    expect(Object.getPrototypeOf(canonical.components?.[0])).toBe(Object.prototype);
  });

  it.each([
    [null],
    ["text"],
    [7],
    [[]],
    [{ components: null }],
    [{ components: "none" }],
    [
      {
        components: [
          null,
          "BODY",
          3,
          [],
          { type: null },
          { type: "BUTTONS", buttons: "x" },
          { type: "BUTTONS", buttons: [null, []] },
        ],
      },
    ],
    [{ components: [{ type: "CAROUSEL", cards: [null, { components: {} }] }] }],
    [{ components: [{ type: "BODY", text: "{{1}}", example: 7 }] }],
  ])("odd shape %j", (odd) => {
    const { parameter_format, ...rest } = {
      ...(canonicalTemplate(odd as never) as unknown as Record<string, unknown>),
    };
    expect(rest).toEqual({ ...(odd as object) });
    expect([undefined, "POSITIONAL"]).toContain(parameter_format);
  });

  it("its argument, and unknown fields", () => {
    const body = template([{ type: "body", text: "Hi", novelty: { type: "x", deep: [1] } }], {
      bid_spec: { amount: 3 },
    });
    const before = structuredClone(body);
    const result = canonicalTemplate(body);
    expect(body).toEqual(before);
    expect(result).toMatchObject({ bid_spec: { amount: 3 }, components: [{ novelty: { type: "X", deep: [1] } }] });
  });
});
