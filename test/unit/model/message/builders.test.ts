import { describe, expect, test } from "vitest";
import * as build from "../../../../src/model/message/index.ts";

const to = "+49 151 23456789";
const envelope = { messaging_product: "whatsapp", recipient_type: "individual", to: "4915123456789" };
const interactive = (content: object) => ({ ...envelope, type: "interactive", interactive: content });
const template = (...components: object[]) => ({
  ...envelope,
  type: "template",
  template: { name: "herbs", language: { code: "en" }, components },
});
const herbs = { to, name: "herbs", language: "en" };
const parameters = { reference_id: "7", order: { status: "shipped" } };
const order = {
  reference_id: "7",
  type: "physical-goods" as const,
  currency: "INR",
  total_amount: { value: 500, offset: 100 },
  order: {
    status: "pending",
    items: [{ name: "Dill", quantity: 1, amount: { value: 500, offset: 100 } }],
    subtotal: { value: 500, offset: 100 },
  },
};

/** Each kind of message as its documentation writes the request. */
const DOCUMENTED: [string, object, object][] = [
  [
    "text",
    build.textMessage({ to, body: "See https://herbs.example", previewUrl: true }),
    { ...envelope, type: "text", text: { preview_url: true, body: "See https://herbs.example" } },
  ],
  [
    "reply",
    build.textMessage({ to, body: "Yes", replyTo: "wamid.1" }),
    { ...envelope, context: { message_id: "wamid.1" }, type: "text", text: { body: "Yes" } },
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
    { ...envelope, type: "image", image: { link: "https://herbs.example/dill.jpg", caption: "Dill" } },
  ],
  [
    "video",
    build.videoMessage({ to, id: "12", caption: "Dill" }),
    { ...envelope, type: "video", video: { id: "12", caption: "Dill" } },
  ],
  [
    "document",
    build.documentMessage({ to, id: "12", filename: "bill.pdf", caption: "Bill" }),
    { ...envelope, type: "document", document: { id: "12", filename: "bill.pdf", caption: "Bill" } },
  ],
  [
    "audio",
    build.audioMessage({ to, id: "12", voice: true }),
    { ...envelope, type: "audio", audio: { id: "12", voice: true } },
  ],
  ["sticker", build.stickerMessage({ to, id: "12" }), { ...envelope, type: "sticker", sticker: { id: "12" } }],
  [
    "location",
    build.locationMessage({ to, latitude: 50.7, longitude: "7.1", name: "Shop", address: "Bonn" }),
    { ...envelope, type: "location", location: { latitude: 50.7, longitude: "7.1", name: "Shop", address: "Bonn" } },
  ],
  [
    "contacts",
    build.contactsMessage({ to, contacts: [{ name: { formatted_name: "Ana B.", first_name: "Ana" } }] }),
    { ...envelope, type: "contacts", contacts: [{ name: { formatted_name: "Ana B.", first_name: "Ana" } }] },
  ],
  [
    "reaction",
    build.reactionMessage({ to, messageId: "wamid.1", emoji: "🌿" }),
    { ...envelope, type: "reaction", reaction: { message_id: "wamid.1", emoji: "🌿" } },
  ],
  [
    "reply buttons",
    build.buttonsMessage({
      to,
      header: { type: "image", image: { id: "12" } },
      body: "Which?",
      footer: "Herbs",
      buttons: [{ id: "d", title: "Dill" }],
    }),
    interactive({
      type: "button",
      header: { type: "image", image: { id: "12" } },
      body: { text: "Which?" },
      action: { buttons: [{ type: "reply", reply: { id: "d", title: "Dill" } }] },
      footer: { text: "Herbs" },
    }),
  ],
  [
    "list",
    build.listMessage({
      to,
      header: "Herbs",
      body: "Which?",
      button: "Open",
      sections: [{ title: "Fresh", rows: [{ id: "d", title: "Dill", description: "In pots" }] }],
    }),
    interactive({
      type: "list",
      header: { type: "text", text: "Herbs" },
      body: { text: "Which?" },
      action: {
        button: "Open",
        sections: [{ title: "Fresh", rows: [{ id: "d", title: "Dill", description: "In pots" }] }],
      },
    }),
  ],
  [
    "call to action",
    build.ctaUrlMessage({ to, body: "Look", displayText: "Shop", url: "https://herbs.example" }),
    interactive({
      type: "cta_url",
      body: { text: "Look" },
      action: { name: "cta_url", parameters: { display_text: "Shop", url: "https://herbs.example" } },
    }),
  ],
  [
    "flow",
    build.flowMessage({
      to,
      body: "Book",
      flowId: "77",
      button: "Book",
      token: "t",
      mode: "draft",
      action: "navigate",
      screen: "ONE",
      data: { day: 1 },
    }),
    interactive({
      type: "flow",
      body: { text: "Book" },
      action: {
        name: "flow",
        parameters: {
          flow_message_version: "3",
          flow_token: "t",
          flow_id: "77",
          mode: "draft",
          flow_cta: "Book",
          flow_action: "navigate",
          flow_action_payload: { screen: "ONE", data: { day: 1 } },
        },
      },
    }),
  ],
  [
    "flow by its name",
    build.flowMessage({ to, body: "Book", flowName: "booking", button: "Book" }),
    interactive({
      type: "flow",
      body: { text: "Book" },
      action: { name: "flow", parameters: { flow_message_version: "3", flow_name: "booking", flow_cta: "Book" } },
    }),
  ],
  [
    "location request",
    build.locationRequestMessage({ to, body: "Where?" }),
    interactive({ type: "location_request_message", body: { text: "Where?" }, action: { name: "send_location" } }),
  ],
  [
    "address",
    build.addressMessage({ to, body: "Where to?", parameters: { country: "IN" } }),
    interactive({
      type: "address_message",
      body: { text: "Where to?" },
      action: { name: "address_message", parameters: { country: "IN" } },
    }),
  ],
  [
    "product",
    build.productMessage({ to, catalogId: "5", productId: "d-1" }),
    interactive({ type: "product", action: { catalog_id: "5", product_retailer_id: "d-1" } }),
  ],
  [
    "product list",
    build.productListMessage({
      to,
      header: "Herbs",
      body: "All",
      catalogId: "5",
      sections: [{ title: "Fresh", productIds: ["d-1", "d-2"] }],
    }),
    interactive({
      type: "product_list",
      header: { type: "text", text: "Herbs" },
      body: { text: "All" },
      action: {
        catalog_id: "5",
        sections: [{ title: "Fresh", product_items: [{ product_retailer_id: "d-1" }, { product_retailer_id: "d-2" }] }],
      },
    }),
  ],
  [
    "catalog",
    build.catalogMessage({ to, body: "All", thumbnailProductId: "d-1" }),
    interactive({
      type: "catalog_message",
      body: { text: "All" },
      action: { name: "catalog_message", parameters: { thumbnail_product_retailer_id: "d-1" } },
    }),
  ],
  [
    "carousel",
    build.carouselMessage({
      to,
      body: "Look",
      cards: ["1", "2"].map((id) => ({
        type: "cta_url" as const,
        header: { type: "image" as const, image: { id } },
        action: {
          name: "cta_url" as const,
          parameters: { display_text: "Shop", url: `https://herbs.example/${id}` },
        },
      })),
    }),
    interactive({
      type: "carousel",
      body: { text: "Look" },
      action: {
        cards: ["1", "2"].map((id, index) => ({
          card_index: index,
          type: "cta_url",
          header: { type: "image", image: { id } },
          action: { name: "cta_url", parameters: { display_text: "Shop", url: `https://herbs.example/${id}` } },
        })),
      },
    }),
  ],
  [
    "order details",
    build.orderDetailsMessage({ to, body: "Pay", parameters: order }),
    interactive({
      type: "order_details",
      body: { text: "Pay" },
      action: { name: "review_and_pay", parameters: order },
    }),
  ],
  [
    "order status",
    build.orderStatusMessage({ to, body: "On its way", parameters }),
    interactive({ type: "order_status", body: { text: "On its way" }, action: { name: "review_order", parameters } }),
  ],
  [
    "call permission",
    build.callPermissionMessage({ to, body: "May we call?" }),
    interactive({
      type: "call_permission_request",
      body: { text: "May we call?" },
      action: { name: "call_permission_request" },
    }),
  ],
  [
    "call",
    build.voiceCallMessage({ to, body: "Call us", displayText: "Call", ttlMinutes: 100, payload: "p" }),
    interactive({
      type: "voice_call",
      body: { text: "Call us" },
      action: { name: "voice_call", parameters: { display_text: "Call", ttl_minutes: 100, payload: "p" } },
    }),
  ],
  [
    "template without parameters",
    build.templateMessage(herbs),
    { ...envelope, type: "template", template: { name: "herbs", language: { code: "en" } } },
  ],
  [
    "template, positional",
    build.templateMessage({ ...herbs, header: "Ana", body: ["Dill", "7"], buttons: [{ index: 0, url: "dill" }] }),
    template(
      { type: "header", parameters: [{ type: "text", text: "Ana" }] },
      {
        type: "body",
        parameters: [
          { type: "text", text: "Dill" },
          { type: "text", text: "7" },
        ],
      },
      { type: "button", sub_type: "url", index: 0, parameters: [{ type: "text", text: "dill" }] },
    ),
  ],
  [
    "template, named, with a variable called type",
    build.templateMessage({ ...herbs, header: { type: "Dill" }, body: { name: "Ana" } }),
    template(
      { type: "header", parameters: [{ type: "text", parameter_name: "type", text: "Dill" }] },
      { type: "body", parameters: [{ type: "text", parameter_name: "name", text: "Ana" }] },
    ),
  ],
  [
    "template with an offer, a coupon and a place to go",
    build.templateMessage({
      ...herbs,
      header: { type: "image", image: { id: "12" } },
      offerEndsAtMs: 1_900_000_000_000,
      buttons: [{ index: 0, couponCode: "HERB10" }],
      tapTarget: { url: "https://herbs.example", title: "Shop" },
    }),
    template(
      { type: "header", parameters: [{ type: "image", image: { id: "12" } }] },
      {
        type: "limited_time_offer",
        parameters: [{ type: "limited_time_offer", limited_time_offer: { expiration_time_ms: 1_900_000_000_000 } }],
      },
      { type: "button", sub_type: "copy_code", index: 0, parameters: [{ type: "coupon_code", coupon_code: "HERB10" }] },
      {
        type: "tap_target_configuration",
        parameters: [
          {
            type: "tap_target_configuration",
            tap_target_configuration: [{ url: "https://herbs.example", title: "Shop" }],
          },
        ],
      },
    ),
  ],
  [
    "template with a carousel",
    build.templateMessage({
      ...herbs,
      cards: [
        { header: { type: "image", image: { id: "1" } }, buttons: [{ index: 0, payload: "more" }] },
        { header: { type: "image", image: { id: "2" } }, buttons: [{ index: 0, payload: "more" }] },
      ],
    }),
    template({
      type: "carousel",
      cards: ["1", "2"].map((id, index) => ({
        card_index: index,
        components: [
          { type: "header", parameters: [{ type: "image", image: { id } }] },
          { type: "button", sub_type: "quick_reply", index: 0, parameters: [{ type: "payload", payload: "more" }] },
        ],
      })),
    }),
  ],
  [
    "template with the other buttons",
    build.templateMessage({
      ...herbs,
      buttons: [
        { index: 0, flow: { token: "t", data: { day: 1 } } },
        { index: 1, catalog: { thumbnailProductId: "d-1" } },
        { index: 2, products: { sections: [{ title: "Fresh", product_items: [{ product_retailer_id: "d-1" }] }] } },
        { index: 3, orderDetails: order },
        { call: { ttlMinutes: 100, payload: "p" } },
      ],
    }),
    template(
      {
        type: "button",
        sub_type: "flow",
        index: 0,
        parameters: [{ type: "action", action: { flow_token: "t", flow_action_data: { day: 1 } } }],
      },
      {
        type: "button",
        sub_type: "CATALOG",
        index: 1,
        parameters: [{ type: "action", action: { thumbnail_product_retailer_id: "d-1" } }],
      },
      {
        type: "button",
        sub_type: "mpm",
        index: 2,
        parameters: [
          {
            type: "action",
            action: { sections: [{ title: "Fresh", product_items: [{ product_retailer_id: "d-1" }] }] },
          },
        ],
      },
      {
        type: "button",
        sub_type: "order_details",
        index: 3,
        parameters: [{ type: "action", action: { order_details: order } }],
      },
      {
        type: "button",
        sub_type: "voice_call",
        parameters: [
          { type: "ttl_minutes", ttl_minutes: 100 },
          { type: "payload", payload: "p" },
        ],
      },
    ),
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

describe("builders make the documented request, and nothing is wrong with it", () => {
  test.each(DOCUMENTED)("%s", (_, made, documented) => {
    expect(made).toEqual(documented);
    expect(build.lintMessage(made)).toEqual([]);
  });
});

describe("a prepared message", () => {
  test("has the product and digits; everything else stays, unknown keys too", () => {
    const body = { to: "+49 (151) 234-56789", type: "text", text: { body: "Hi", new_key: 1 }, other: [1] };
    const before = structuredClone(body);
    expect(build.preparedMessage(body)).toEqual({
      messaging_product: "whatsapp",
      to: "4915123456789",
      type: "text",
      text: { body: "Hi", new_key: 1 },
      other: [1],
    });
    expect(body).toEqual(before);
  });

  test("an address that is no number stays for the check to name; a group's id is left alone", () => {
    expect(build.preparedMessage({ to: "Ana" })).toMatchObject({ to: "Ana" });
    expect(build.preparedMessage({ to: "49 151-1", recipient_type: "group" })).toMatchObject({ to: "49 151-1" });
    expect(build.preparedMessage({ status: "read", message_id: "1" })).toEqual({
      messaging_product: "whatsapp",
      status: "read",
      message_id: "1",
    });
  });
});
