import { describe, expect, test } from "vitest";
import * as build from "../../../../src/model/message/index.ts";
import { type Documented, ENVELOPE, to } from "./documented.ts";

const DOCUMENTED: Documented[] = [
  [
    "text",
    build.textMessage({ to, body: "See https://herbs.example", previewUrl: true }),
    { ...ENVELOPE, type: "text", text: { preview_url: true, body: "See https://herbs.example" } },
  ],
  [
    "reply",
    build.textMessage({ to, body: "Yes", replyTo: "wamid.1" }),
    { ...ENVELOPE, context: { message_id: "wamid.1" }, type: "text", text: { body: "Yes" } },
  ],
  [
    "to a group, with data of one's own",
    build.textMessage({ group: "Y2FwaV9ncm91cDo5", body: "Hi", callbackData: "campaign 7" }),
    {
      messaging_product: "whatsapp",
      recipient_type: "group",
      to: "Y2FwaV9ncm91cDo5",
      biz_opaque_callback_data: "campaign 7",
      type: "text",
      text: { body: "Hi" },
    },
  ],
  [
    "to a user id",
    build.textMessage({ userId: "DE.12345678901234567890", body: "Hi" }),
    {
      messaging_product: "whatsapp",
      recipient_type: "individual",
      recipient: "DE.12345678901234567890",
      type: "text",
      text: { body: "Hi" },
    },
  ],
  [
    "image",
    build.imageMessage({ to, link: "https://herbs.example/dill.jpg", caption: "Dill" }),
    { ...ENVELOPE, type: "image", image: { link: "https://herbs.example/dill.jpg", caption: "Dill" } },
  ],
  [
    "video",
    build.videoMessage({ to, id: "12", caption: "Dill" }),
    { ...ENVELOPE, type: "video", video: { id: "12", caption: "Dill" } },
  ],
  [
    "document",
    build.documentMessage({ to, id: "12", filename: "bill.pdf", caption: "Bill" }),
    { ...ENVELOPE, type: "document", document: { id: "12", filename: "bill.pdf", caption: "Bill" } },
  ],
  [
    "audio",
    build.audioMessage({ to, id: "12", voice: true }),
    { ...ENVELOPE, type: "audio", audio: { id: "12", voice: true } },
  ],
  ["sticker", build.stickerMessage({ to, id: "12" }), { ...ENVELOPE, type: "sticker", sticker: { id: "12" } }],
  [
    "location",
    build.locationMessage({ to, latitude: 50.7, longitude: "7.1", name: "Shop", address: "Bonn" }),
    { ...ENVELOPE, type: "location", location: { latitude: 50.7, longitude: "7.1", name: "Shop", address: "Bonn" } },
  ],
  [
    "contacts",
    build.contactsMessage({ to, contacts: [{ name: { formatted_name: "Ana B.", first_name: "Ana" } }] }),
    { ...ENVELOPE, type: "contacts", contacts: [{ name: { formatted_name: "Ana B.", first_name: "Ana" } }] },
  ],
  [
    "reaction",
    build.reactionMessage({ to, messageId: "wamid.1", emoji: "🌿" }),
    { ...ENVELOPE, type: "reaction", reaction: { message_id: "wamid.1", emoji: "🌿" } },
  ],
  [
    "read",
    build.readReceipt({ messageId: "wamid.1" }),
    { messaging_product: "whatsapp", status: "read", message_id: "wamid.1" },
  ],
  [
    "typing",
    build.typingIndicator({ messageId: "wamid.1" }),
    { messaging_product: "whatsapp", status: "read", message_id: "wamid.1", typing_indicator: { type: "text" } },
  ],
];

describe.each(DOCUMENTED)("%s", (_, made, documented) => {
  test("is the documented request", () => {
    expect(made).toEqual(documented);
  });

  test("has nothing wrong with it", () => {
    expect(build.lintMessage(made)).toEqual([]);
  });
});
