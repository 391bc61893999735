import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../src/emulator/json.ts";
import { errorOf, Gateway, PHONE, textTemplate } from "./gateway-client.ts";
import { message } from "./message-bodies.ts";
import {
  BODY,
  body,
  button,
  CALL,
  cards,
  coupon,
  header,
  image,
  LINK,
  NAMED,
  named,
  offer,
  otp,
  picture,
  products,
  QUICK,
  STATIC,
  sentCard,
  sentProduct,
  TRACK,
  TWO,
  wholeCard,
  withButtons,
  withHeader,
  words,
} from "./template-message-bodies.ts";

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.start({ quotas: false });
});
afterAll(() => gateway.emulator.close());
beforeEach(() => gateway.emulator.reset());

function template(components?: Json, changes: JsonObject = {}): JsonObject {
  return message({
    template: { name: "parcel_sent", language: { code: "en_US" }, ...(components ? { components } : {}), ...changes },
  });
}

function send(components?: Json, changes: JsonObject = {}) {
  return gateway.graph("POST", `${PHONE}/messages`, template(components, changes));
}

/** What the account holds, and a message that fits it. */
const TAKEN: Record<string, { held: JsonObject; sent: Json }> = {
  "no parameters": { held: {}, sent: [] },
  "words in the body": { held: { components: [TWO] }, sent: [body(...words("Ada", "17"))] },
  "an amount and a date": {
    held: { components: [TWO] },
    sent: [
      body(
        { type: "currency", currency: { code: "USD", amount_1000: 100_990, fallback_value: "$100.99" } },
        { type: "date_time", date_time: { fallback_value: "25 February" } },
      ),
    ],
  },
  "names, in another order": { held: NAMED, sent: [body(named("parcel", "17"), named("name", "Ada"))] },
  "a header with a word": { held: withHeader("Hello {{1}}"), sent: [header({ type: "text", text: "Ada" })] },
  "an image": { held: picture("IMAGE"), sent: [header(image)] },
  "a video": { held: picture("VIDEO"), sent: [header({ type: "video", video: { link: LINK } })] },
  "a document": {
    held: picture("DOCUMENT"),
    sent: [header({ type: "document", document: { link: LINK, filename: "a.pdf" } })],
  },
  "a location": {
    held: { components: [{ type: "HEADER", format: "LOCATION" }, BODY] },
    sent: [header({ type: "location", location: { latitude: "52.5", longitude: "13.4", name: "Shop", address: "1" } })],
  },
  "buttons without parameters": { held: withButtons(QUICK, CALL, STATIC), sent: [] },
  "a quick reply with a payload": {
    held: withButtons(QUICK),
    sent: [button("quick_reply", 0, { type: "payload", payload: "thanks" })],
  },
  "the end of a link, counted behind a phone button": {
    held: withButtons(CALL, TRACK),
    sent: [button("url", "1", ...words("17"))],
  },
  "a coupon code": {
    held: coupon,
    sent: [button("COPY_CODE", 0, { type: "coupon_code", coupon_code: "TEA25" }), button("URL", 1, ...words("17"))],
  },
  "a one-time password": { held: otp, sent: [body(...words("123456")), button("url", "0", ...words("123456"))] },
  "an offer that ends": {
    held: offer(true),
    sent: [
      header(image),
      {
        type: "limited_time_offer",
        parameters: [{ type: "limited_time_offer", limited_time_offer: { expiration_time_ms: 1_900_000_000_000 } }],
      },
      button("copy_code", 0, { type: "coupon_code", coupon_code: "TEA25" }),
      button("url", 1, ...words("17")),
    ],
  },
  "more products than the template shows": {
    held: products,
    sent: [{ type: "carousel", cards: [sentProduct(0), sentProduct(1), sentProduct(2)] }],
  },
  "a carousel": { held: cards, sent: [{ type: "carousel", cards: [wholeCard(1), wholeCard(0)] }] },
};

describe("a template message", () => {
  it.each(Object.entries(TAKEN))("with %s is taken", async (_, { held, sent }) => {
    await gateway.created(textTemplate(held));
    const { status, json } = await send(sent);
    expect({ status, json }).toEqual({
      status: 200,
      json: expect.objectContaining({
        messages: [{ id: expect.stringMatching(/^wamid\./), message_status: "accepted" }],
      }),
    });
  });
});

interface Refused {
  what: string;
  held: JsonObject;
  sent?: Json;
  code: number;
  says: string;
}

function COUNT(where: string, got: number, wanted: number) {
  return `${where}: number of localizable_params (${got}) does not match the expected number of params (${wanted})`;
}

const REFUSED: Refused[] = [
  {
    what: "a word too few",
    held: { components: [TWO] },
    sent: [body(...words("Ada"))],
    code: 132000,
    says: COUNT("body", 1, 2),
  },
  { what: "nothing", held: { components: [TWO] }, code: 132000, says: COUNT("body", 0, 2) },
  { what: "a word for nothing", held: {}, sent: [body(...words("Ada"))], code: 132000, says: COUNT("body", 1, 0) },
  { what: "no word in the header", held: withHeader("Hello {{1}}"), code: 132000, says: COUNT("header", 0, 1) },
  {
    what: "names that are none",
    held: NAMED,
    sent: [body(...words("Ada", "17"))],
    code: 100,
    says: "Parameter name is missing or empty",
  },
  {
    what: "an unknown name",
    held: NAMED,
    sent: [body(named("name", "Ada"), named("colour", "red"))],
    code: 132012,
    says: "body: Unexpected parameter name colour",
  },
  {
    what: "a name in place of a number",
    held: { components: [TWO] },
    sent: [body(named("name", "Ada"), named("parcel", "17"))],
    code: 132012,
    says: "body: Unexpected parameter name name",
  },
  {
    what: "an empty word",
    held: { components: [TWO] },
    sent: [body(...words("Ada", ""))],
    code: 131008,
    says: "Parameter of type text is missing text value",
  },
  {
    what: "a line break",
    held: { components: [TWO] },
    sent: [body(...words("Ada", "1\n7"))],
    code: 132018,
    says: "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
  },
  {
    what: "too much of a word",
    held: { components: [TWO] },
    sent: [body(...words("Ada", "7".repeat(1000)))],
    code: 132005,
    says: "body: the translated text has more than 1024 characters",
  },
  {
    what: "a picture in the body",
    held: { components: [TWO] },
    sent: [body(image, image)],
    code: 132012,
    says: "body: Format mismatch, expected TEXT, received IMAGE",
  },
  {
    what: "no picture",
    held: picture("IMAGE"),
    code: 132012,
    says: "header: Format mismatch, expected IMAGE, received UNKNOWN",
  },
  {
    what: "another kind of header",
    held: picture("VIDEO"),
    sent: [header(image)],
    code: 132012,
    says: "header: Format mismatch, expected VIDEO, received IMAGE",
  },
  {
    what: "a picture over a text header",
    held: withHeader("Hello {{1}}"),
    sent: [header(image)],
    code: 132012,
    says: "header: Format mismatch, expected TEXT, received IMAGE",
  },
  {
    what: "a header for nothing",
    held: {},
    sent: [header(image)],
    code: 132018,
    says: "header: the template has no header",
  },
  {
    what: "no end of a link",
    held: withButtons(TRACK),
    code: 131008,
    says: "buttons: Button at index 0 of type Url requires a parameter",
  },
  {
    what: "an end of a whole link",
    held: withButtons(STATIC),
    sent: [button("url", 0, ...words("17"))],
    code: 132018,
    says: "buttons: Button at index 0 of type Url does not accept parameters",
  },
  {
    what: "another kind of button",
    held: withButtons(QUICK),
    sent: [button("url", 0, ...words("17"))],
    code: 132018,
    says: "buttons: Button at index 0 must be of type QuickReply",
  },
  {
    what: "a button that is not there",
    held: withButtons(QUICK),
    sent: [button("quick_reply", 3)],
    code: 132018,
    says: "buttons: Button at index 3 does not exist in the template",
  },
  {
    what: "no coupon code",
    held: coupon,
    sent: [button("url", 1, ...words("17"))],
    code: 131008,
    says: "buttons: Button at index 0 of type copy_code requires a non-empty parameter coupon_code",
  },
  {
    what: "a new line in a link",
    held: coupon,
    sent: [button("copy_code", 0, { type: "coupon_code", coupon_code: "TEA25" }), button("url", 1, ...words("17\n18"))],
    code: 132018,
    says: "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
  },
  {
    what: "a password as a coupon",
    held: otp,
    sent: [body(...words("123456")), button("copy_code", 0)],
    code: 132018,
    says: "buttons: Button at index 0 must be of type Url",
  },
  {
    what: "a long password",
    held: otp,
    sent: [body(...words("1".repeat(16)))],
    code: 132018,
    says: "body: Parameter at index 0 exceeds the parameter length limit 15",
  },
  {
    what: "an offer without an end",
    held: offer(true),
    sent: [
      header(image),
      button("copy_code", 0, { type: "coupon_code", coupon_code: "TEA25" }),
      button("url", 1, ...words("17")),
    ],
    code: 131008,
    says: "limited_time_offer: expiration_time_ms is required",
  },
  {
    what: "a card too few",
    held: cards,
    sent: [{ type: "carousel", cards: [wholeCard(0)] }],
    code: 132000,
    says: "carousel: number of cards (1) does not match the expected number of cards (2)",
  },
  {
    what: "a card without its picture",
    held: cards,
    sent: [{ type: "carousel", cards: [wholeCard(0), sentCard(1, body(...words("tea")))] }],
    code: 132012,
    says: "header: Format mismatch, expected IMAGE, received UNKNOWN",
  },
  {
    what: "one card twice",
    held: cards,
    sent: [{ type: "carousel", cards: [wholeCard(0), wholeCard(0)] }],
    code: 132012,
    says: "carousel: there is no card with card_index 1",
  },
];

describe("a template message is refused", () => {
  it.each(REFUSED)("with $what → $code", async ({ held, sent, code, says }) => {
    await gateway.created(textTemplate(held));
    const answer = await send(sent);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code, error_data: { messaging_product: "whatsapp", details: says } });
  });

  it.each<{ what: string; sent: Json; says: string }>([
    {
      what: "a phone button's parameter",
      sent: [body(), button("phone_number", 0)],
      says: `(#100) Param template['components'][1]['sub_type'] must be one of {BOOKING_CONFIRMATION, CATALOG, COPY_CODE, FLOW, MPM, ORDER_DETAILS, QUICK_REPLY, REMINDER, URL, VOICE_CALL} - got "phone_number".`,
    },
    {
      what: "a text that is none",
      sent: [body(...words(true))],
      says: "(#100) Param template['components'][0]['parameters'][0]['text'] must be a string.",
    },
    {
      what: "components that are no list",
      sent: "body",
      says: "(#100) Param template['components'] must be an array.",
    },
    {
      what: "an unknown picture",
      sent: [header({ type: "image", image: { id: "1" } })],
      says: "(#100) Param template['components'][0]['parameters'][0]['image']['id'] is not a valid whatsapp business account media attachment ID",
    },
    {
      what: "a button without an index",
      sent: [{ type: "button", sub_type: "url", parameters: words("17") }],
      says: "(#100) The parameter template['components'][0]['index'] is required.",
    },
  ])("with $what, naming the place", async ({ what, sent, says }) => {
    const one = { type: "BODY", text: "Hello {{1}}, here is your tea.", example: { body_text: [["Ada"]] } };
    const held = what.includes("picture")
      ? picture("IMAGE")
      : what === "a text that is none"
        ? { components: [one] }
        : {};
    await gateway.created(textTemplate(what.includes("index") ? withButtons(TRACK) : held));
    const answer = await send(sent);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ code: 100, message: says });
  });
});

describe("a template that is not there to send", () => {
  it.each([
    { status: "PENDING", code: 132001 },
    { status: "REJECTED", code: 132001 },
    { status: "ARCHIVED", code: 132001 },
    { status: "PAUSED", code: 132015 },
    { status: "DISABLED", code: 132016 },
  ])("because it is $status → $code", async ({ status, code }) => {
    await gateway.created(textTemplate());
    await gateway.control("review", { name: "parcel_sent", status });
    const answer = await send();
    expect(answer.status).toBe(code === 132001 ? 404 : 400);
    expect(errorOf(answer).code).toBe(code);
  });

  it.each([{ name: "nowhere" }, { language: { code: "en" } }])("as in %j", async (changes) => {
    await gateway.created(textTemplate());
    const answer = await send(undefined, changes);
    expect(answer.status).toBe(404);
    expect(errorOf(answer)).toMatchObject({
      message: "(#132001) Template name does not exist in the translation",
      error_data: { details: expect.stringMatching(/^template name \(\w+\) does not exist in \w+$/) },
    });
  });

  it("because the review is not over: the send itself is no verdict", async () => {
    const slow = await Gateway.start({ review: "pending:10m" });
    await slow.created(textTemplate());
    const attempt = () => slow.graph("POST", `${PHONE}/messages`, template());
    expect((await attempt()).status).toBe(404);
    slow.emulator.clock.advance(10 * 60_000);
    expect((await attempt()).status).toBe(200);
    await slow.emulator.close();
  });
});
