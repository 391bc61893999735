import { describe, expect, test } from "vitest";
import {
  audioMessage,
  buttonsMessage,
  contactsMessage,
  lintMessage,
  listMessage,
  locationMessage,
  orderDetailsMessage,
  reactionMessage,
  stickerMessage,
  templateMessage,
  textMessage,
  voiceCallMessage,
} from "../../../../src/model/message/index.ts";
import { ORDER } from "./documented.ts";

const to = "+49 151 23456789";
function titles(...all: string[]) {
  return all.map((title, index) => ({ id: `b${index}`, title }));
}

function rows(count: number, from = 0) {
  return Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, title: `Row ${from + index}` }));
}

/** Kind of mistake, message, where, code of ours, WhatsApp's code. */
const BAD_INPUT: [string, unknown, string, string, number][] = [
  [
    "a 21-character button title",
    buttonsMessage({ to, body: "Which?", buttons: titles("x".repeat(21)) }),
    "/interactive/action/buttons/0/reply/title",
    "text-too-long",
    131009,
  ],
  [
    "four buttons",
    buttonsMessage({ to, body: "Which?", buttons: titles("A", "B", "C", "D") }),
    "/interactive/action/buttons",
    "too-many",
    131009,
  ],
  ["no button", buttonsMessage({ to, body: "Which?", buttons: [] }), "/interactive/action/buttons", "too-few", 131009],
  [
    "two buttons with one title",
    buttonsMessage({ to, body: "Which?", buttons: titles("Yes", "No", "Yes") }),
    "/interactive/action/buttons/2/reply/title",
    "duplicate",
    131009,
  ],
  [
    "eleven rows over two sections",
    listMessage({
      to,
      body: "Which?",
      button: "Open",
      sections: [
        { title: "One", rows: rows(6) },
        { title: "Two", rows: rows(5, 6) },
      ],
    }),
    "/interactive/action/sections",
    "too-many",
    131009,
  ],
  [
    "a row's id twice",
    listMessage({
      to,
      body: "Which?",
      button: "Open",
      sections: [
        { title: "One", rows: rows(2) },
        { title: "Two", rows: rows(1, 1) },
      ],
    }),
    "/interactive/action/sections/1/rows/0/id",
    "duplicate",
    131009,
  ],
  [
    "one of two sections without a title",
    listMessage({
      to,
      body: "Which?",
      button: "Open",
      sections: [{ title: "One", rows: rows(1) }, { rows: rows(1, 1) }],
    }),
    "/interactive/action/sections/1",
    "section-title-missing",
    131008,
  ],
  ["a 4097-character text", textMessage({ to, body: "x".repeat(4097) }), "/text/body", "text-too-long", 131009],
  ["an empty text", textMessage({ to, body: " " }), "/text/body", "parameter-empty", 131008],
  [
    "a phone number that is too short",
    textMessage({ to: "+49 151", body: "Hi" }),
    "/to",
    "phone-number-too-short",
    131009,
  ],
  [
    "a phone number with letters",
    textMessage({ to: "+49 ANRUF 1", body: "Hi" }),
    "/to",
    "phone-number-character",
    131009,
  ],
  ["no recipient", textMessage({ body: "Hi" }), "", "recipient-missing", 100],
  [
    "a caption on audio",
    { ...audioMessage({ to, id: "1" }), audio: { id: "1", caption: "Listen" } },
    "/audio/caption",
    "caption-not-allowed",
    100,
  ],
  [
    "a caption on a sticker",
    { ...stickerMessage({ to, id: "1" }), sticker: { id: "1", caption: "Look" } },
    "/sticker/caption",
    "caption-not-allowed",
    100,
  ],
  ["media from nowhere", audioMessage({ to }), "/audio", "media-missing", 131008],
  ["an invalid link", audioMessage({ to, link: "file:///song.mp3" }), "/audio/link", "link-invalid", 131009],
  [
    "a latitude of 91",
    locationMessage({ to, latitude: 91, longitude: 0 }),
    "/location/latitude",
    "latitude-out-of-range",
    131009,
  ],
  [
    "a longitude of 181 in a text",
    locationMessage({ to, latitude: "1", longitude: "-181.0" }),
    "/location/longitude",
    "longitude-out-of-range",
    131009,
  ],
  [
    "a contact without a name",
    { ...contactsMessage({ to, contacts: [] }), contacts: [{ phones: [{ phone: "+49 151 23456789" }] }] },
    "/contacts/0",
    "parameter-missing",
    131008,
  ],
  ["no contact at all", contactsMessage({ to, contacts: [] }), "/contacts", "too-few", 131009],
  [
    "an unknown language",
    templateMessage({ to, name: "a", language: "en-US" }),
    "/template/language/code",
    "language-unknown",
    132001,
  ],
  [
    "a reaction of two emoji",
    reactionMessage({ to, messageId: "wamid.1", emoji: "👍👍" }),
    "/reaction/emoji",
    "reaction-not-one-emoji",
    131009,
  ],
  [
    "a reaction of a letter",
    reactionMessage({ to, messageId: "wamid.1", emoji: "a" }),
    "/reaction/emoji",
    "reaction-not-one-emoji",
    131009,
  ],
  ["an unknown type", { ...textMessage({ to, body: "Hi" }), type: "txt" }, "/type", "message-type-unknown", 100],
  [
    "a wrong product",
    { ...textMessage({ to, body: "Hi" }), messaging_product: "telegram" },
    "/messaging_product",
    "wrong-type",
    100,
  ],
  [
    "an invalid user id",
    textMessage({ userId: "4915123456789", body: "Hi" }),
    "/recipient",
    "recipient-invalid",
    131009,
  ],
  [
    "a group's id without the type of a group",
    { ...textMessage({ group: "Y2FwaV9ncm91cDo5", body: "Hi" }), recipient_type: "individual" },
    "/to",
    "recipient-type-mismatch",
    131009,
  ],
  [
    "a user id as a phone number",
    textMessage({ to: "DE.123456", body: "Hi" }),
    "/to",
    "recipient-type-mismatch",
    131009,
  ],
  [
    "both an id and a link",
    audioMessage({ to, id: "1", link: "https://herbs.example/a.mp3" }),
    "/audio",
    "media-twice",
    131009,
  ],
  [
    "a contact with a formatted name only",
    contactsMessage({ to, contacts: [{ name: { formatted_name: "Ana B." } }] }),
    "/contacts/0/name",
    "contact-name-alone",
    131008,
  ],
  [
    "a reaction to something else than a message",
    reactionMessage({ to, messageId: "17", emoji: "👍" }),
    "/reaction/message_id",
    "message-id-invalid",
    131009,
  ],
  [
    "a call button for more than 30 days",
    voiceCallMessage({ to, body: "Call us", ttlMinutes: 43_201 }),
    "/interactive/action/parameters/ttl_minutes",
    "number-out-of-range",
    131009,
  ],
  [
    "a negative amount",
    orderDetailsMessage({ to, body: "Pay", parameters: { ...ORDER, total_amount: { value: -1, offset: 100 } } }),
    "/interactive/action/parameters/total_amount/value",
    "number-out-of-range",
    131009,
  ],
  [
    "an order without items",
    orderDetailsMessage({ to, body: "Pay", parameters: { ...ORDER, order: { ...ORDER.order, items: [] } } }),
    "/interactive/action/parameters/order/items",
    "too-few",
    131009,
  ],
  [
    "an order to be paid that is shipped",
    orderDetailsMessage({ to, body: "Pay", parameters: { ...ORDER, order: { ...ORDER.order, status: "shipped" } } }),
    "/interactive/action/parameters/order/status",
    "value-unknown",
    100,
  ],
  ["a receipt without an id", { messaging_product: "whatsapp", status: "read" }, "", "parameter-missing", 131008],
];

describe("bad input has an error that names place and rule", () => {
  test.each(BAD_INPUT)("%s", (_, message, path, code, whatsapp) => {
    const issues = lintMessage(message);
    expect(issues).toEqual([expect.objectContaining({ severity: "error", path, code, whatsapp: { code: whatsapp } })]);
    expect(issues[0]?.hint).not.toBe("");
  });

  test("several problems come at once, each at its place", () => {
    const message = listMessage({
      to: "12",
      body: "",
      button: "x".repeat(30),
      sections: [{ rows: [{ id: "1", title: "y".repeat(25), description: "z".repeat(73) }] }],
    });
    expect(lintMessage(message).map(({ path }) => path)).toEqual([
      "/to",
      "/interactive/body/text",
      "/interactive/action/button",
      "/interactive/action/sections/0/rows/0/title",
      "/interactive/action/sections/0/rows/0/description",
    ]);
  });

  test("at the limit nothing is wrong", () => {
    expect(lintMessage(textMessage({ to, body: "x".repeat(4096) }))).toEqual([]);
    expect(lintMessage(buttonsMessage({ to, body: "?", buttons: titles("x".repeat(20), "b", "c") }))).toEqual([]);
    expect(lintMessage(listMessage({ to, body: "?", button: "Open", sections: [{ rows: rows(10) }] }))).toEqual([]);
    for (const emoji of ["", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "1️⃣", "❤", "❤️"])
      expect(lintMessage(reactionMessage({ to, messageId: "wamid.1", emoji }))).toEqual([]);
  });

  test("an emoji that may count as two is only a warning", () => {
    const message = buttonsMessage({ to, body: "?", buttons: titles(`${"x".repeat(19)}👍`) });
    expect(lintMessage(message)).toEqual([expect.objectContaining({ severity: "warning", code: "text-too-long" })]);
  });

  test.each([[null], ["text"], [[]], [7], [{}], [{ type: {} }], [{ type: "interactive" }], [{ type: "__proto__" }]])(
    "%j gets an issue, not an exception",
    (body) => {
      expect(lintMessage(body).length).toBeGreaterThan(0);
    },
  );
});
