import fc from "fast-check";
import { LANGUAGES } from "../../src/model/template/index.ts";

export const HANDLE = "4::aW1hZ2UvanBlZw==:ARsample";

function letters(maxLength: number) {
  return fc
    .string({ unit: fc.constantFrom(..."abcdefghijk lmnop éüß漢"), minLength: 1, maxLength })
    .map((text) => `w${text}`);
}

function anyCase(word: string) {
  return fc.constantFrom(word, word.toLowerCase());
}

const label = letters(24);

const address = fc.webUrl({ validSchemes: ["http", "https"] }).filter((url) => url.length < 1900 && !url.includes("*"));

/** A text with its numbered variables in any order, each perhaps more than once, and their samples. */
const numbered = fc
  .integer({ min: 0, max: 5 })
  .chain((n) =>
    fc.tuple(
      fc.shuffledSubarray(
        Array.from({ length: n }, (_, index) => index + 1),
        { minLength: n, maxLength: n },
      ),
      fc.array(letters(12), { minLength: n, maxLength: n }),
      letters(20),
    ),
  )
  .map(([order, samples, rest]) => ({
    text: order.map((number) => `${rest} {{${number}}}`).join(" ") + rest,
    ...(samples.length === 0 ? {} : { example: { body_text: [samples] } }),
  }));

const header = fc.oneof(
  fc.record({ type: anyCase("HEADER"), format: anyCase("TEXT"), text: letters(50) }),
  letters(20).map((text) => ({
    type: "HEADER",
    format: "TEXT",
    text: `${text} {{1}}`,
    example: { header_text: [text] },
  })),
  fc.constantFrom("IMAGE", "video", "DOCUMENT").chain((format) =>
    fc.constantFrom<unknown[]>(HANDLE, { file: "media/a.jpg" }).map((handle) => ({
      type: "HEADER",
      format,
      example: { header_handle: [handle] },
    })),
  ),
  fc.constant({ type: "HEADER", format: "LOCATION" }),
);

const reply = label.map((text) => ({ type: "QUICK_REPLY", text }));

const other = fc.oneof(
  fc.record({ type: anyCase("URL"), text: label, url: address }),
  fc.record({
    type: fc.constant("URL"),
    text: label,
    url: fc.constant("https://example.com/{{1}}"),
    example: fc.constant(["x"]),
  }),
  fc.record({
    type: fc.constant("PHONE_NUMBER"),
    text: label,
    phone_number: fc.constantFrom("+15550051310", "15550051310"),
  }),
  fc.record({
    type: fc.constant("COPY_CODE"),
    example: fc.string({ unit: fc.constantFrom(..."ABC123"), minLength: 1, maxLength: 20 }),
  }),
  fc.record({ type: fc.constant("FLOW"), text: label, flow_id: fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String) }),
);

/** Quick replies in one group, before or after the others; at most one button of each other type. */
const buttons = fc
  .tuple(
    fc.uniqueArray(reply, { selector: ({ text }) => text, maxLength: 5 }),
    fc.uniqueArray(other, { selector: ({ type }) => type.toUpperCase(), maxLength: 4 }),
    fc.boolean(),
  )
  .filter(([replies, others]) => replies.length + others.length > 0)
  .map(([replies, others, first]) => ({
    type: "BUTTONS",
    buttons: first ? [...replies, ...others] : [...others, ...replies],
  }));

const common = {
  name: fc.stringMatching(/^[a-z0-9_]{1,40}$/).filter((name) => !name.startsWith("sample_") && name !== "hello_world"),
  language: fc.constantFrom(...Object.keys(LANGUAGES)),
};

function optional<T>(value: fc.Arbitrary<T>) {
  return fc.option(value, { nil: undefined });
}

function present(parts: readonly unknown[]) {
  return parts.filter((part) => part !== undefined);
}

const message = fc
  .tuple(
    fc.record({
      ...common,
      category: fc.constantFrom("MARKETING", "utility"),
      parameter_format: anyCase("POSITIONAL"),
    }),
    optional(header),
    numbered,
    optional(letters(55)),
    optional(buttons),
  )
  .map(([fields, head, body, footer, actions]) => ({
    ...fields,
    components: present([
      actions,
      footer === undefined ? undefined : { type: "FOOTER", text: footer },
      { type: "BODY", ...body },
      head,
    ]),
  }));

const authentication = fc
  .tuple(
    fc.record({ ...common, category: anyCase("AUTHENTICATION") }),
    fc.boolean(),
    optional(fc.integer({ min: 1, max: 90 })),
    fc.constantFrom<Record<string, unknown>[]>(
      { otp_type: "copy_code" },
      { otp_type: "ONE_TAP", supported_apps: [{ package_name: "com.example.app", signature_hash: "K8a/AINcGX7" }] },
    ),
  )
  .map(([fields, add_security_recommendation, minutes, otp]) => ({
    ...fields,
    components: present([
      { type: "BODY", add_security_recommendation },
      minutes === undefined ? undefined : { type: "FOOTER", code_expiration_minutes: minutes },
      { type: "BUTTONS", buttons: [{ type: "OTP", ...otp }] },
    ]),
  }));

const carousel = fc
  .tuple(
    fc.record({ ...common, category: anyCase("MARKETING") }),
    fc.integer({ min: 2, max: 10 }),
    label,
    optional(letters(150)),
  )
  .map(([fields, cards, text, body]) => ({
    ...fields,
    components: [
      { type: "BODY", text: "Look at our new plants." },
      {
        type: "CAROUSEL",
        cards: Array.from({ length: cards }, () => ({
          components: present([
            { type: "HEADER", format: "IMAGE", example: { header_handle: [HANDLE] } },
            body === undefined ? undefined : { type: "BODY", text: body },
            { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text }] },
          ]),
        })),
      },
    ],
  }));

/** Bodies of the create call that keep every rule. */
export const validTemplate = fc.oneof(message, authentication, carousel);
