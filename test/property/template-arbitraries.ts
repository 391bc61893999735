import fc from "fast-check";
import type { TemplateBody, TemplateComponent } from "../../src/model/template/index.ts";

export type Part = Record<string, unknown>;

const words = fc.array(fc.constantFrom("basil", "mint", "fresh", "today", "Größe", "🌿", "order"), {
  minLength: 1,
  maxLength: 5,
});
const sentence = words.map((list) => list.join(" "));
const label = fc.constantFrom("Shop", "Call", "More", "Stop", "Info");

/** A text with `count` variables, and their samples. */
function textOf(count: number) {
  return fc
    .tuple(sentence, fc.array(fc.constantFrom("Ana", "42", "noon"), { minLength: count, maxLength: count }))
    .map(([text, samples]) => ({
      text: `${samples.map((_sample, at) => `Hi {{${at + 1}}}, `).join("")}${text}`,
      samples,
    }));
}

const body = fc
  .integer({ min: 0, max: 3 })
  .chain(textOf)
  .map(
    ({ text, samples }): TemplateComponent =>
      samples.length === 0 ? { type: "BODY", text } : { type: "BODY", text, example: { body_text: [samples] } },
  );

const media = fc.constantFrom<unknown>("4::aW1h", { file: "media/a.png" }, { file: "media/b.png", sha256: "0b" });

const header = fc.oneof(
  textOf(1).map(
    ({ text, samples }): TemplateComponent => ({
      type: "HEADER",
      format: "TEXT",
      text,
      example: { header_text: samples },
    }),
  ),
  sentence.map((text): TemplateComponent => ({ type: "HEADER", format: "TEXT", text })),
  fc
    .tuple(fc.constantFrom("IMAGE", "VIDEO", "DOCUMENT"), media)
    .map(([format, handle]): TemplateComponent => ({ type: "HEADER", format, example: { header_handle: [handle] } })),
  fc.constant<TemplateComponent>({ type: "HEADER", format: "LOCATION" }),
);

const footer = sentence.map((text): TemplateComponent => ({ type: "FOOTER", text }));

const button = fc.oneof(
  label.map((text): Part => ({ type: "QUICK_REPLY", text })),
  label.map((text): Part => ({ type: "URL", text, url: "https://herbs.example/shop" })),
  label.map(
    (text): Part => ({
      type: "URL",
      text,
      url: "https://herbs.example/p/{{1}}",
      example: ["https://herbs.example/p/mint"],
    }),
  ),
  label.map((text): Part => ({ type: "PHONE_NUMBER", text, phone_number: "15550051310" })),
  fc.constant<Part>({ type: "COPY_CODE", example: "BASIL25" }),
  fc
    .constantFrom<Part>({ flow_id: "123" }, { flow_name: "herbs" })
    .map((flow) => ({ type: "FLOW", text: "Go", flow_action: "NAVIGATE", ...flow })),
  fc.constantFrom("CATALOG", "MPM").map((type): Part => ({ type, text: "View" })),
  label.map((text): Part => ({ type: "VOICE_CALL", text })),
);

const buttons = fc
  .uniqueArray(button, { minLength: 1, maxLength: 4, selector: (each) => JSON.stringify(each) })
  .map((list): TemplateComponent => ({ type: "BUTTONS", buttons: list }));

const carousel = fc.array(fc.tuple(sentence, media, label), { minLength: 2, maxLength: 4 }).map(
  (cards): TemplateComponent => ({
    type: "CAROUSEL",
    cards: cards.map(([text, handle, text2]) => ({
      components: [
        { type: "HEADER", format: "IMAGE", example: { header_handle: [handle] } },
        { type: "BODY", text },
        { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: text2 }] },
      ],
    })),
  }),
);

const offer = fc.boolean().map(
  (has_expiration): TemplateComponent => ({
    type: "LIMITED_TIME_OFFER",
    limited_time_offer: { text: "Ends soon", has_expiration },
  }),
);

function optional<T>(of: fc.Arbitrary<T>) {
  return fc.option(of, { nil: undefined });
}

function present<T>(list: (T | undefined)[]) {
  return list.filter((each): each is T => each !== undefined);
}

const ordinary = fc
  .record({
    category: fc.constantFrom("MARKETING", "UTILITY"),
    ttl: optional(fc.constantFrom(43_200, 86_400)),
    components: fc
      .tuple(optional(header), body, optional(fc.oneof(carousel, offer)), optional(footer), optional(buttons))
      .map(present),
  })
  .map(
    ({ category, ttl, components }): TemplateBody => ({
      name: "herbs",
      language: "en_US",
      category,
      parameter_format: "POSITIONAL",
      ...(ttl === undefined ? {} : { message_send_ttl_seconds: ttl }),
      components,
    }),
  );

const apps = fc.uniqueArray(fc.constantFrom("com.herbs", "org.herbs.two", "net.basil"), { minLength: 1, maxLength: 3 });

const otp = fc.oneof(
  fc.constant<Part>({ otp_type: "COPY_CODE" }),
  fc.tuple(fc.constantFrom("ONE_TAP", "ZERO_TAP"), apps).map(
    ([otp_type, names]): Part => ({
      otp_type,
      text: "Copy code",
      autofill_text: "Fill in",
      ...(otp_type === "ZERO_TAP" ? { zero_tap_terms_accepted: true } : {}),
      supported_apps: names.map((package_name) => ({ package_name, signature_hash: "K8a/AI+cGX=" })),
    }),
  ),
);

const authentication = fc.tuple(fc.boolean(), optional(fc.integer({ min: 1, max: 90 })), otp).map(
  ([recommended, minutes, fields]): TemplateBody => ({
    name: "code",
    language: "en_US",
    category: "AUTHENTICATION",
    parameter_format: "POSITIONAL",
    components: [
      { type: "BODY", ...(recommended ? { add_security_recommendation: true } : {}) },
      ...(minutes === undefined ? [] : [{ type: "FOOTER", code_expiration_minutes: minutes }]),
      { type: "BUTTONS", buttons: [{ type: "OTP", ...fields }] },
    ],
  }),
);

/** Declarations that keep WhatsApp's rules, in canonical form. */
export const template: fc.Arbitrary<TemplateBody> = fc.oneof({ weight: 3, arbitrary: ordinary }, authentication);

/** Anything JSON can say, and bodies whose parts are anything: what a file or an answer may turn out to hold. */
export const oddTemplate: fc.Arbitrary<TemplateBody> = fc
  .oneof(
    fc.jsonValue(),
    fc.record(
      {
        name: fc.jsonValue(),
        category: fc.constantFrom<unknown>("AUTHENTICATION", "utility", null, 3),
        id: fc.constant("1"),
        sub_category: fc.jsonValue(),
        parameter_format: fc.jsonValue(),
        message_send_ttl_seconds: fc.oneof(fc.jsonValue(), fc.constantFrom(600, "600", -1)),
        library_template_button_inputs: fc.oneof(fc.jsonValue(), fc.json()),
        components: fc.oneof(fc.jsonValue(), fc.array(oddComponent(), { maxLength: 5 })),
      },
      { requiredKeys: [] },
    ),
  )
  .map((value) => value as TemplateBody); // not one: that is the point

function oddComponent(): fc.Arbitrary<unknown> {
  const text = fc.constantFrom<unknown>("Hi {{1}}", "Hi {{who}}", "{{}}", "", 7, null);
  const example = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        body_text: fc.jsonValue(),
        header_text: fc.jsonValue(),
        header_handle: fc.jsonValue(),
        body_text_named_params: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  );
  const url = fc.constantFrom<unknown>(
    "https://a.example/{{1}}",
    "{{1}}",
    "www.a/{{1}}",
    "https://www.whatsapp.com/otp/code/?otp_type=one_tap&package_name=a%2Cb&code_expiration_minutes=3&code=otp{{1}}",
    3,
  );
  const oddButton = fc.record(
    {
      type: fc.constantFrom<unknown>("URL", "otp", "FLOW", "COPY_CODE", "PHONE_NUMBER", "x", 1, null),
      text,
      url,
      example,
      phone_number: fc.oneof(fc.string(), fc.constantFrom("+1 (0)", "(0)", 12)),
      signature_hash: fc.string(),
      flow_id: fc.jsonValue(),
      supported_apps: fc.jsonValue(),
      zero_tap_terms_accepted: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        type: fc.constantFrom<unknown>("BODY", "header", "FOOTER", "BUTTONS", "CAROUSEL", "x", 1, null),
        format: fc.constantFrom<unknown>("TEXT", "image", null, 2),
        text,
        example,
        add_security_recommendation: fc.constantFrom<unknown>(true, false, "true", null),
        code_expiration_minutes: fc.jsonValue(),
        buttons: fc.oneof(fc.jsonValue(), fc.array(oddButton, { maxLength: 3 })),
        cards: fc.oneof(fc.jsonValue(), fc.array(fc.record({ components: fc.jsonValue() }))),
      },
      { requiredKeys: [] },
    ),
  );
}
