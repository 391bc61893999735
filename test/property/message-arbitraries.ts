import fc from "fast-check";
import {
  buttonsMessage,
  type Contact,
  contactsMessage,
  ctaUrlMessage,
  imageMessage,
  listMessage,
  locationMessage,
  type Message,
  reactionMessage,
  templateMessage,
  textMessage,
} from "../../src/model/message/index.ts";

const to = "4915123456789";
const id = fc.stringMatching(/^[a-z0-9]{1,20}$/);

/** A text of plain characters, up to so many: one character is one however it is counted. */
function words(most: number) {
  return fc.stringMatching(new RegExp(`^[A-Za-z][A-Za-z ,.]{0,${most - 1}}$`));
}

function titles(least: number, most: number, length: number) {
  return fc.uniqueArray(words(length), { minLength: least, maxLength: most });
}

const buttons = fc
  .record({ body: words(200), all: titles(1, 3, 20) })
  .map(({ body, all }) =>
    buttonsMessage({ to, body, buttons: all.map((title, index) => ({ id: `${index}`, title })) }),
  );

const list = fc
  .record({
    body: words(200),
    button: words(20),
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ body, button, sizes }) => {
    const sections = sizes.map((size, at) => ({
      title: `Section ${at}`,
      rows: Array.from({ length: size }, (_, index) => ({ id: `${at}-${index}`, title: `Row ${index}` })),
    }));
    return listMessage({ to, body, button, sections });
  });

const contact = fc
  .record({ formatted_name: words(20), first_name: words(10) })
  .map((name): Contact => ({ name, phones: [{ phone: `+${to}` }] }));

/** Messages that WhatsApp takes. */
export const validMessage: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ body: words(300), previewUrl: fc.boolean() }).map((text) => textMessage({ to, ...text })),
  fc.record({ id, caption: words(300) }).map((image) => imageMessage({ to, ...image })),
  fc
    .record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    .map((place) => locationMessage({ to, ...place })),
  fc.constantFrom("👍", "❤️", "🏳️‍🌈", "").map((emoji) => reactionMessage({ to, messageId: "wamid.1", emoji })),
  fc.array(contact, { minLength: 1, maxLength: 3 }).map((contacts) => contactsMessage({ to, contacts })),
  buttons,
  list,
  fc
    .record({ body: words(300), displayText: words(20) })
    .map((cta) => ctaUrlMessage({ to, ...cta, url: "https://herbs.example" })),
  fc
    .record({ name: fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/), body: fc.array(words(30), { maxLength: 5 }) })
    .map((template) => templateMessage({ to, language: "en", ...template })),
);

const WORDS = [
  ...[
    "type",
    "text",
    "body",
    "header",
    "footer",
    "action",
    "parameters",
    "components",
    "cards",
    "card_index",
    "button",
  ],
  ...[
    "buttons",
    "sub_type",
    "index",
    "template",
    "interactive",
    "list",
    "sections",
    "rows",
    "reply",
    "id",
    "title",
    "name",
  ],
  ...[
    "url",
    "BUTTONS",
    "BODY",
    "HEADER",
    "CAROUSEL",
    "format",
    "IMAGE",
    "image",
    "link",
    "{{1}}",
    "{{a}}",
    "NAMED",
    "1",
  ],
  ...["parameter_name", "parameter_format", "LIMITED_TIME_OFFER", "limited_time_offer", "OTP", "carousel", "__proto__"],
  ...["emoji", "contacts", "language", "code", "en", "to", "status", "read", "context", "message_id", "constructor"],
];

const word = fc.oneof(fc.constantFrom(...WORDS), fc.string());

/** Any JSON, made of the words that the rules look for. */
export const { json: wordyJson } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(word, fc.integer({ min: -2, max: 3 }), fc.boolean(), fc.constant(null)),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(word, tie("json"), { maxKeys: 5 }),
  ),
}));

/** Components, of a template or of a message, with anything in their fields. */
export const wordyComponents = fc.array(
  fc.record(
    {
      type: fc.constantFrom("HEADER", "body", "BUTTONS", "button", "CAROUSEL", "LIMITED_TIME_OFFER", 7),
      format: wordyJson,
      text: wordyJson,
      buttons: wordyJson,
      cards: fc.oneof(wordyJson, fc.array(fc.record({ card_index: wordyJson, components: fc.array(wordyJson) }))),
      parameters: wordyJson,
      sub_type: wordyJson,
      index: wordyJson,
      limited_time_offer: wordyJson,
    },
    { requiredKeys: ["type"] },
  ),
);
