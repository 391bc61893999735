import type { JsonObject } from "../../../src/emulator/json.ts";
import { buttons, list, message, replyButton, rows, text } from "./message-bodies.ts";

export interface RefusedMessage {
  what: string;
  body: JsonObject;
  code: number;
  /** The whole message, or the details of one that always reads the same. */
  says: string;
}

const LINK = "https://shop.example/tea.png";

/** Common mistakes. */
export const BAD_INPUT: readonly RefusedMessage[] = [
  {
    what: "a button title of 21 characters",
    body: buttons(replyButton("t".repeat(21))),
    code: 131009,
    says: "Button title length invalid. Min length: 1, Max length: 20",
  },
  {
    what: "four buttons",
    body: buttons(...["a", "b", "c", "d"].map((title) => replyButton(title))),
    code: 131009,
    says: "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3",
  },
  {
    what: "two buttons with one title",
    body: buttons(replyButton("Tea", "1"), replyButton("Tea", "2")),
    code: 131009,
    says: "Button titles must be unique",
  },
  {
    what: "eleven rows over two sections",
    body: list({ title: "One", rows: rows(6) }, { title: "Two", rows: rows(5, 6) }),
    code: 131009,
    says: "Total row count exceed max allowed count: 10",
  },
  {
    what: "a text of 4,097 characters",
    body: text("t".repeat(4097)),
    code: 100,
    says: "(#100) Param text['body'] must be at most 4096 characters long.",
  },
  {
    what: "a phone number that is too short",
    body: text("Hi", { to: "+1650" }),
    code: 131009,
    says: "The phone number is malformed",
  },
  {
    what: "a key that every object inherits",
    body: message({ text: { body: "Hi", constructor: "x" } }),
    code: 100,
    says: '(#100) Unexpected key "constructor" on param "text".',
  },
  {
    what: "a caption on audio",
    body: message({ audio: { link: LINK, caption: "Listen" } }),
    code: 100,
    says: '(#100) Unexpected key "caption" on param "audio".',
  },
  {
    what: "a latitude of 91",
    body: message({ location: { latitude: 91, longitude: 0 } }),
    code: 131009,
    says: "Invalid latitude. Min value: -90, Max value: 90",
  },
  {
    what: "a contact without a name",
    body: message({ contacts: [{ phones: [{ phone: "+16505550000" }] }] }),
    code: 100,
    says: "(#100) The parameter contacts[0]['name'] is required.",
  },
  {
    what: "a template in an unknown language",
    body: message({ template: { name: "receipt", language: { code: "xx_YY" } } }),
    code: 132001,
    says: "template name (receipt) does not exist in xx_YY",
  },
  {
    what: "a reaction of two emoji",
    body: message({ reaction: { message_id: "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ", emoji: "👍🎉" } }),
    code: 131009,
    says: "Reaction must be a single emoji",
  },
];

const envelope: readonly RefusedMessage[] = [
  {
    what: "no product",
    body: { to: "16505551234", text: { body: "Hi" } },
    code: 100,
    says: "(#100) The parameter messaging_product is required.",
  },
  {
    what: "another product",
    body: text("Hi", { messaging_product: "fax" }),
    code: 100,
    says: '(#100) Param messaging_product must be one of {whatsapp} - got "fax".',
  },
  { what: "no recipient", body: text("Hi", { to: "" }), code: 100, says: "(#100) The parameter to is required." },
  {
    what: "a dialling prefix",
    body: text("Hi", { to: "0016505551234" }),
    code: 131009,
    says: "The phone number is malformed",
  },
  {
    what: "letters in a number",
    body: text("Hi", { to: "call-me" }),
    code: 131009,
    says: "The phone number is malformed",
  },
  {
    what: "sixteen digits",
    body: text("Hi", { to: "1234567890123456" }),
    code: 131009,
    says: "The phone number is malformed",
  },
  {
    what: "a recipient that is no user id",
    body: { messaging_product: "whatsapp", recipient: "16505551234", text: { body: "Hi" } },
    code: 131009,
    says: "The recipient is not a valid business-scoped user id",
  },
  {
    what: "another kind of recipient",
    body: text("Hi", { recipient_type: "crowd" }),
    code: 100,
    says: '(#100) Param recipient_type must be one of {individual, group} - got "crowd".',
  },
  {
    what: "an unknown type",
    body: message({ poem: {} }),
    code: 100,
    says: '(#100) Param type must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, REACTION, STICKER, TEMPLATE, TEXT, VIDEO} - got "poem".',
  },
  {
    what: "no content",
    body: text("Hi", { type: "image" }),
    code: 131008,
    says: "Parameter 'image' is mandatory for type 'image'",
  },
  {
    what: "an empty text",
    body: text(""),
    code: 100,
    says: "(#100) Param text['body'] must be at least 1 characters long.",
  },
  { what: "a text that is none", body: text(["Hi"]), code: 100, says: "(#100) Param text['body'] must be a string." },
  {
    what: "text in place of an object",
    body: message({ text: "Hi" }),
    code: 100,
    says: "(#100) Param text must be a JSON object.",
  },
  {
    what: "a preview that is no boolean",
    body: message({ text: { body: "Hi", preview_url: "yes" } }),
    code: 100,
    says: "(#100) Param text['preview_url'] must be a boolean.",
  },
  {
    what: "a reply to nothing",
    body: text("Hi", { context: {} }),
    code: 100,
    says: "(#100) The parameter context['message_id'] is required.",
  },
  {
    what: "callback data of 513 characters",
    body: text("Hi", { biz_opaque_callback_data: "x".repeat(513) }),
    code: 100,
    says: "(#100) Param biz_opaque_callback_data must be at most 512 characters long.",
  },
];

const media: readonly RefusedMessage[] = [
  {
    what: "an image without id and link",
    body: message({ image: { caption: "Tea" } }),
    code: 131008,
    says: "Either image['id'] or image['link'] is required",
  },
  {
    what: "an image with id and link",
    body: message({ image: { id: "1", link: LINK } }),
    code: 131009,
    says: "Only one of image['id'] and image['link'] can be given",
  },
  {
    what: "a link without https",
    body: message({ video: { link: "shop.example/tea.mp4" } }),
    code: 100,
    says: "(#100) Param video['link'] is not a valid URI.",
  },
  {
    what: "an unknown file",
    body: message({ document: { id: "1376223850470843" } }),
    code: 100,
    says: "(#100) Param document['id'] is not a valid whatsapp business account media attachment ID",
  },
  {
    what: "a caption of 1,025 characters",
    body: message({ image: { link: LINK, caption: "c".repeat(1025) } }),
    code: 100,
    says: "(#100) Param image['caption'] must be at most 1024 characters long.",
  },
  {
    what: "a caption on a sticker",
    body: message({ sticker: { link: LINK, caption: "Tea" } }),
    code: 100,
    says: '(#100) Unexpected key "caption" on param "sticker".',
  },
  {
    what: "a file name on an image",
    body: message({ image: { link: LINK, filename: "a.png" } }),
    code: 100,
    says: '(#100) Unexpected key "filename" on param "image".',
  },
];

const places: readonly RefusedMessage[] = [
  {
    what: "a longitude of 181",
    body: message({ location: { latitude: 0, longitude: "181" } }),
    code: 131009,
    says: "Invalid longitude. Min value: -180, Max value: 180",
  },
  {
    what: "a latitude in words",
    body: message({ location: { latitude: "north", longitude: 0 } }),
    code: 131009,
    says: "Invalid latitude. Min value: -90, Max value: 90",
  },
  {
    what: "no longitude",
    body: message({ location: { latitude: 0 } }),
    code: 100,
    says: "(#100) The parameter location['longitude'] is required.",
  },
  {
    what: "no contacts",
    body: message({ contacts: [] }),
    code: 100,
    says: "(#100) Param contacts must have at least 1 elements.",
  },
  {
    what: "a contact with a formatted name only",
    body: message({ contacts: [{ name: { formatted_name: "Ada" } }] }),
    code: 131008,
    says: "contacts[0]['name'] must have at least one of first_name, last_name, middle_name, suffix, prefix",
  },
  {
    what: "258 contacts",
    body: message({
      contacts: Array.from({ length: 258 }, () => ({ name: { formatted_name: "Ada", first_name: "Ada" } })),
    }),
    code: 131009,
    says: "Invalid contacts count. Max allowed contacts: 257",
  },
  {
    what: "a reaction of a letter",
    body: message({ reaction: { message_id: "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ", emoji: "a" } }),
    code: 131009,
    says: "Reaction must be a single emoji",
  },
  {
    what: "a birthday in another format",
    body: message({ contacts: [{ name: { formatted_name: "Ada L.", first_name: "Ada" }, birthday: "10.12.1815" }] }),
    code: 131009,
    says: "contacts[0]['birthday'] must be formatted as YYYY-MM-DD",
  },
  {
    what: "a reaction to no message id",
    body: message({ reaction: { message_id: "123", emoji: "👍" } }),
    code: 131009,
    says: "Invalid message_id",
  },
];

export const REFUSED_MESSAGES = [...envelope, ...media, ...places];
