import fc from "fast-check";
import * as build from "../../src/model/message/index.ts";

// A message of every kind with as many of its fields as fit together, and damage around its limits.

const to = "4915123456789";
const WAMID = "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ";
const link = "https://herbs.example/dill";
const around = { to, header: "Herbs", body: "Which herb?", footer: "Fresh" };

const order = {
  reference_id: "order-17",
  type: "physical-goods" as const,
  currency: "INR",
  total_amount: { value: 1100, offset: 100 },
  order: {
    status: "pending",
    items: [
      { name: "Dill", quantity: 1, amount: { value: 1100, offset: 100 }, sale_amount: { value: 900, offset: 100 } },
    ],
    subtotal: { value: 1100, offset: 100 },
    tax: { value: 0, offset: 100 },
    shipping: { value: 0, offset: 100 },
    discount: { value: 0, offset: 100 },
  },
};

const linkCard = {
  type: "cta_url" as const,
  header: { type: "image" as const, image: { link } },
  body: { text: "Dill" },
  action: { name: "cta_url" as const, parameters: { display_text: "Shop", url: link } },
};

const productCard = { type: "product" as const, action: { product_retailer_id: "d-1", catalog_id: "5" } };

/** The approved templates that the template messages send. */
export const TEMPLATES = [
  {
    name: "order_sent",
    language: "en_US",
    category: "UTILITY",
    components: [
      { type: "HEADER", format: "TEXT", text: "Order {{1}}", example: { header_text: ["17"] } },
      {
        type: "BODY",
        text: "Hello {{1}}, your order of {{2}} is on its way to you now.",
        example: { body_text: [["Ana", "dill"]] },
      },
      {
        type: "BUTTONS",
        buttons: [{ type: "URL", text: "Track", url: `${link}/{{1}}`, example: [`${link}/17`] }],
      },
    ],
  },
  {
    name: "herb_of_the_day",
    language: "de",
    category: "MARKETING",
    parameter_format: "NAMED",
    components: [
      { type: "HEADER", format: "LOCATION" },
      {
        type: "BODY",
        text: "Come and see our {{herb}} today.",
        example: { body_text_named_params: [{ param_name: "herb", example: "dill" }] },
      },
      { type: "BUTTONS", buttons: [{ type: "COPY_CODE", example: "HERB10" }] },
    ],
  },
] as const;

/** By the message's type, or by the type of `interactive`. */
export const VALID: Readonly<Record<string, readonly object[]>> = {
  text: [
    build.textMessage({ to, body: "See https://herbs.example", previewUrl: true, replyTo: WAMID, callbackData: "c" }),
    build.textMessage({ userId: "US.13491208655302741918", body: "Hi" }),
    build.textMessage({ group: "Y2FwaV9ncm91cDo5", body: "Hi" }),
  ],
  image: [build.imageMessage({ to, link, caption: "Dill" })],
  video: [build.videoMessage({ to, link, caption: "Dill" })],
  document: [build.documentMessage({ to, link, filename: "bill.pdf", caption: "Bill" })],
  audio: [build.audioMessage({ to, link, voice: true })],
  sticker: [build.stickerMessage({ to, link })],
  location: [
    build.locationMessage({ to, latitude: 50.7, longitude: 7.1, name: "Shop", address: "Bonn" }),
    build.locationMessage({ to, latitude: "-90", longitude: "180.0" }),
  ],
  contacts: [
    build.contactsMessage({
      to,
      contacts: [
        {
          name: { formatted_name: "Ana B.", first_name: "Ana", last_name: "B." },
          birthday: "1999-01-23",
          phones: [{ phone: "+49 151 23456789", type: "CELL", wa_id: to }],
          emails: [{ email: "ana@herbs.example", type: "WORK" }],
        },
      ],
    }),
  ],
  reaction: [
    build.reactionMessage({ to, messageId: WAMID, emoji: "🌿" }),
    build.reactionMessage({ to, messageId: WAMID, emoji: "" }),
  ],
  template: [
    build.templateMessage({
      to,
      name: "order_sent",
      language: "en_US",
      header: "17",
      body: ["Ana", "dill"],
      buttons: [{ index: 0, url: "17" }],
    }),
    build.templateMessage({
      to,
      name: "herb_of_the_day",
      language: "de",
      header: { type: "location", location: { latitude: 50.7, longitude: 7.1, name: "Shop", address: "Bonn" } },
      body: { herb: "dill" },
      buttons: [{ index: 0, couponCode: "HERB10" }],
    }),
  ],
  button: [
    build.buttonsMessage({
      ...around,
      header: { type: "document", document: { link, filename: "herbs.pdf" } },
      buttons: [
        { id: "d", title: "Dill" },
        { id: "m", title: "Mint" },
      ],
    }),
  ],
  list: [
    build.listMessage({
      ...around,
      button: "Open",
      sections: [
        { title: "Fresh", rows: [{ id: "d", title: "Dill", description: "In pots" }] },
        { title: "Dried", rows: [{ id: "m", title: "Mint" }] },
      ],
    }),
    build.listMessage({ ...around, button: "Open", sections: [{ rows: [{ id: "d", title: "Dill" }] }] }),
  ],
  cta_url: [
    build.ctaUrlMessage({ ...around, header: { type: "image", image: { link } }, displayText: "Shop", url: link }),
  ],
  flow: [
    build.flowMessage({
      ...around,
      flowId: "77",
      button: "Book",
      token: "t",
      mode: "draft",
      action: "navigate",
      screen: "ONE",
      data: { day: 1 },
    }),
    build.flowMessage({ ...around, flowName: "booking", button: "Book" }),
  ],
  location_request_message: [build.locationRequestMessage(around)],
  request_contact_info: [build.contactInfoRequestMessage(around)],
  address_message: [
    build.addressMessage({
      ...around,
      parameters: { country: "IN", saved_addresses: [{ id: "a", value: { name: "Ana" } }], values: { name: "Ana" } },
    }),
  ],
  product: [build.productMessage({ to, body: "Dill", footer: "Fresh", catalogId: "5", productId: "d-1" })],
  product_list: [
    build.productListMessage({
      ...around,
      catalogId: "5",
      sections: [
        { title: "Fresh", productIds: ["d-1", "d-2"] },
        { title: "Dried", productIds: ["d-3"] },
      ],
    }),
  ],
  catalog_message: [build.catalogMessage({ ...around, thumbnailProductId: "d-1" })],
  carousel: [
    build.carouselMessage({
      to,
      body: "Look",
      cards: [linkCard, { ...linkCard, header: { type: "video", video: { link } } }],
    }),
    build.carouselMessage({ to, body: "Look", cards: [productCard, productCard] }),
  ],
  order_details: [build.orderDetailsMessage({ ...around, parameters: order })],
  order_status: [
    build.orderStatusMessage({
      ...around,
      parameters: { reference_id: "order-17", order: { status: "shipped", description: "On its way" } },
    }),
  ],
  call_permission_request: [build.callPermissionMessage(around)],
  voice_call: [build.voiceCallMessage({ ...around, displayText: "Call", ttlMinutes: 100, payload: "p" })],
};

type Json = unknown;
type Path = readonly (string | number)[];

/** A place in a message, with its value. */
interface Spot {
  path: Path;
  value: Json;
}

function spotsIn(value: Json, path: Path = []): Spot[] {
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, one]) => spotsIn(one, [...path, Array.isArray(value) ? Number(key) : key]))
      : [];
  return path.length === 0 ? inner : [{ path, value }, ...inner];
}

/** The message with another value at a place; `undefined` removes the field or the element. */
function withValue(root: Json, [step, ...rest]: Path, value: Json): Json {
  if (step === undefined) return value;
  if (Array.isArray(root)) {
    const inner = withValue(root[Number(step)], rest, value);
    return inner === undefined ? root.toSpliced(Number(step), 1) : root.with(Number(step), inner);
  }
  const fields: Record<string, Json> = { ...(root as object) };
  const inner = withValue(fields[step], rest, value);
  if (inner === undefined) delete fields[step];
  else fields[step] = inner;
  return fields;
}

/** Texts around every limit that any kind has: a limit of another kind must not apply. */
const LENGTHS = [...new Set<number>(Object.values(build.MESSAGE_LIMITS))]
  .filter((limit) => limit > 10 && limit <= 4096)
  .flatMap((limit) => [limit, limit + 1]);

const COUNTS = [0, 1, 2, 3, 4, 10, 11, 30, 31];

function copies(list: readonly Json[], count: number): Json[] {
  return Array.from({ length: count }, (_, index) => distinct(list[index % list.length], index));
}

/** A copy of an element at another position, with ids and titles of its own. */
function distinct(element: Json, index: number): Json {
  if (typeof element !== "object" || element === null) return element;
  return Object.fromEntries(
    Object.entries(element).map(([key, value]) => {
      if (key === "card_index") return [key, index];
      if (key === "rows" && Array.isArray(value)) return [key, value.map((row, at) => distinct(row, index * 100 + at))];
      if (key === "id" || key === "title") return [key, `${key} ${index}`];
      return [key, key === "reply" ? distinct(value, index) : value];
    }),
  );
}

/** Values that only fields of these names are given. */
const VALUES_OF: Readonly<Record<string, readonly string[]>> = {
  to: ["+49 151", "123456", "1234567", "123456789012345", "1234567890123456", "Ana"],
  link: ["ftp://herbs.example", "herbs.example", "https://herbs.example/a b"],
  url: ["ftp://herbs.example", "herbs.example", "https://herbs.example/a b"],
  emoji: ["👍👍", "👍🏽", "a", "🇩🇪", "1️⃣"],
  latitude: ["90", "90.1", "-91"],
};

const NUMBERS = [-1, 0, 1, 2, 90, 90.5, 91, -180, -181, 43_200, 43_201];

/**
 * What a spot could hold instead, `undefined` for nothing: something empty, unknown, or around a limit. Other JSON types are
 * left out, since Graph converts between them, and so are unknown keys, which are sent unchecked.
 */
function damagesOf({ value, path }: Spot): Json[] {
  const name = String(path.at(-1));
  // Whether a template has that name, and the lengths and counts of its parameters, are up to the account's template.
  const ofTemplate = path[0] === "template";
  if (Array.isArray(value)) {
    const counts = ofTemplate || value.length === 0 ? [] : COUNTS.map((count) => copies(value, count));
    return [undefined, [], ...counts, ...(ofTemplate ? [] : [[...value, ...value]])];
  }
  if (typeof value === "number") return [undefined, ...NUMBERS];
  if (typeof value !== "string") return [undefined];
  if (ofTemplate && name === "name") return [undefined, "", "Nonsense"];
  const texts = ofTemplate ? ["two\nlines", "five     spaces"] : LENGTHS.map((length) => "x".repeat(length));
  return [undefined, "", "nonsense", ...(VALUES_OF[name] ?? texts)];
}

/** The message with other values in up to so many spots. */
export function damaged(message: object, max: number): fc.Arbitrary<object> {
  if (max === 0) return fc.constant(message);
  const spots = spotsIn(message);
  const once = fc
    .integer({ min: 0, max: spots.length - 1 })
    .map((index) => spots[index] ?? { path: [], value: message })
    .chain((spot) => fc.constantFrom(...damagesOf(spot)).map((value) => withValue(message, spot.path, value)));
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(message) },
    { weight: 4, arbitrary: once.chain((other) => damaged(other as object, max - 1)) },
  );
}
