import { describe, expect, it } from "vitest";
import { NUMBER, plannedBody, WAMID } from "./dry-run.ts";

/** A message of Meta's guides, as its page structures it, in our words. */
interface Documented {
  kind: string;
  argv: string[];
  message: object;
}

function interactive(content: object) {
  return { type: "interactive", interactive: content };
}

function body(text: string) {
  return { text };
}

const PLAIN: Documented[] = [
  {
    kind: "text",
    argv: ["text", "Your herbs: https://example.com/herbs", "--preview-url"],
    message: { type: "text", text: { preview_url: true, body: "Your herbs: https://example.com/herbs" } },
  },
  {
    kind: "reply",
    argv: ["text", "At noon.", "--reply-to", WAMID],
    message: { context: { message_id: WAMID }, type: "text", text: { body: "At noon." } },
  },
  {
    kind: "text with callback data",
    argv: ["text", "--body", "Hello", "--callback-data", "order=17"],
    message: { biz_opaque_callback_data: "order=17", type: "text", text: { body: "Hello" } },
  },
  {
    kind: "location",
    argv: [
      ...["location", "--latitude", "52.5163", "--longitude", "-122.1483"],
      ...["--name", "The garden", "--address", "1 Mint Lane"],
    ],
    message: {
      type: "location",
      location: { latitude: 52.5163, longitude: -122.1483, name: "The garden", address: "1 Mint Lane" },
    },
  },
  {
    kind: "contacts",
    argv: [
      ...["contacts", "--name", "Ana Maria Silva", "--number", "+16505551234"],
      ...["--email", "ana@example.com", "--company", "Herbs"],
    ],
    message: {
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: "Ana Maria Silva", first_name: "Ana Maria", last_name: "Silva" },
          phones: [{ phone: "+16505551234" }],
          emails: [{ email: "ana@example.com" }],
          org: { company: "Herbs" },
        },
      ],
    },
  },
  {
    kind: "reaction",
    argv: ["reaction", WAMID, "👍"],
    message: { type: "reaction", reaction: { message_id: WAMID, emoji: "👍" } },
  },
  {
    kind: "reaction taken back",
    argv: ["reaction", WAMID, "--remove"],
    message: { type: "reaction", reaction: { message_id: WAMID, emoji: "" } },
  },
];

const MEDIA: Documented[] = [
  {
    kind: "image by link",
    argv: ["image", "--link", "https://example.com/mint.png", "--caption", "Mint"],
    message: { type: "image", image: { link: "https://example.com/mint.png", caption: "Mint" } },
  },
  { kind: "image by id", argv: ["image", "--id", "1479537"], message: { type: "image", image: { id: "1479537" } } },
  {
    kind: "video",
    argv: ["video", "--id", "1166846", "--caption", "How to sow"],
    message: { type: "video", video: { id: "1166846", caption: "How to sow" } },
  },
  {
    kind: "document",
    argv: ["document", "--id", "1376223", "--caption", "Invoice", "--filename", "invoice-17.pdf"],
    message: { type: "document", document: { id: "1376223", caption: "Invoice", filename: "invoice-17.pdf" } },
  },
  { kind: "audio", argv: ["audio", "--id", "1367239"], message: { type: "audio", audio: { id: "1367239" } } },
  {
    kind: "voice message",
    argv: ["audio", "--id", "1367239", "--voice"],
    message: { type: "audio", audio: { id: "1367239", voice: true } },
  },
  { kind: "sticker", argv: ["sticker", "--id", "798882"], message: { type: "sticker", sticker: { id: "798882" } } },
];

const ROWS = [
  { id: "am", title: "Morning", description: "9 to 12" },
  { id: "pm", title: "Afternoon" },
];

const INTERACTIVE: Documented[] = [
  {
    kind: "reply buttons",
    argv: [
      ...["buttons", "--header-image", "2762702", "--body", "Keep the visit on Monday?"],
      ...["--footer", "Garden team", "--button", "move=Move it", "--button", "Keep it"],
    ],
    message: interactive({
      type: "button",
      header: { type: "image", image: { id: "2762702" } },
      body: body("Keep the visit on Monday?"),
      footer: body("Garden team"),
      action: {
        buttons: [
          { type: "reply", reply: { id: "move", title: "Move it" } },
          { type: "reply", reply: { id: "Keep it", title: "Keep it" } },
        ],
      },
    }),
  },
  {
    kind: "list of one section",
    argv: [
      ...["list", "--header", "Visits", "--body", "When shall we come?", "--footer", "Free of charge"],
      ...["--button", "Times", "--section", "Monday", "--row", "am=Morning|9 to 12", "--row", "pm=Afternoon"],
    ],
    message: interactive({
      type: "list",
      header: { type: "text", text: "Visits" },
      body: body("When shall we come?"),
      footer: body("Free of charge"),
      action: { button: "Times", sections: [{ title: "Monday", rows: ROWS }] },
    }),
  },
  {
    kind: "list of several sections",
    argv: [
      ...["list", "--body", "When?", "--button", "Times", "--data"],
      JSON.stringify([
        { title: "Monday", rows: ROWS },
        { title: "Tuesday", rows: [{ id: "t", title: "Noon" }] },
      ]),
    ],
    message: interactive({
      type: "list",
      body: body("When?"),
      action: {
        button: "Times",
        sections: [
          { title: "Monday", rows: ROWS },
          { title: "Tuesday", rows: [{ id: "t", title: "Noon" }] },
        ],
      },
    }),
  },
  {
    kind: "call-to-action URL",
    argv: [
      ...["cta", "--header-document", "https://example.com/plan.pdf", "--body", "See the free dates."],
      ...["--footer", "They may change.", "--button", "See dates", "--url", "https://example.com/dates?c=17"],
    ],
    message: interactive({
      type: "cta_url",
      header: { type: "document", document: { link: "https://example.com/plan.pdf" } },
      body: body("See the free dates."),
      footer: body("They may change."),
      action: {
        name: "cta_url",
        parameters: { display_text: "See dates", url: "https://example.com/dates?c=17" },
      },
    }),
  },
  {
    kind: "flow",
    argv: [
      ...["flow", "--header", "Visits", "--body", "Book one.", "--footer", "Garden team", "--button", "Book"],
      ...["--flow", "3107", "--token", "AQAA", "--mode", "draft", "--screen", "DATES", "--data", '{"garden":"roof"}'],
    ],
    message: interactive({
      type: "flow",
      header: { type: "text", text: "Visits" },
      body: body("Book one."),
      footer: body("Garden team"),
      action: {
        name: "flow",
        parameters: {
          flow_message_version: "3",
          flow_token: "AQAA",
          flow_id: "3107",
          mode: "draft",
          flow_cta: "Book",
          flow_action: "navigate",
          flow_action_payload: { screen: "DATES", data: { garden: "roof" } },
        },
      },
    }),
  },
  {
    kind: "location request",
    argv: ["location-request", "--body", "Where is the garden?"],
    message: interactive({
      type: "location_request_message",
      body: body("Where is the garden?"),
      action: { name: "send_location" },
    }),
  },
  {
    kind: "address",
    argv: [
      ...["address", "--body", "Where to?", "--country", "IN", "--value", "name=Ana", "--data"],
      '{"validation_errors":{"in_pin_code":"Not there."}}',
    ],
    message: interactive({
      type: "address_message",
      body: body("Where to?"),
      action: {
        name: "address_message",
        parameters: { country: "IN", values: { name: "Ana" }, validation_errors: { in_pin_code: "Not there." } },
      },
    }),
  },
  {
    kind: "call permission request",
    argv: ["call-permission", "--body", "May we call about order 17?"],
    message: interactive({
      type: "call_permission_request",
      body: body("May we call about order 17?"),
      action: { name: "call_permission_request" },
    }),
  },
  {
    kind: "call button",
    argv: [
      ...["voice-call", "--body", "Questions? Call.", "--button", "Call now"],
      ...["--minutes", "100", "--payload", "order 17"],
    ],
    message: interactive({
      type: "voice_call",
      body: body("Questions? Call."),
      action: {
        name: "voice_call",
        parameters: { display_text: "Call now", ttl_minutes: 100, payload: "order 17" },
      },
    }),
  },
];

const CARD = {
  type: "cta_url",
  header: { type: "image", image: { link: "https://example.com/mint.png" } },
  body: body("Mint"),
  action: { name: "cta_url", parameters: { display_text: "Shop", url: "https://example.com/mint" } },
};

const ORDER = {
  reference_id: "order-17",
  type: "physical-goods",
  payment_type: "upi",
  payment_configuration: "herbs-upi",
  currency: "INR",
  total_amount: { value: 2100, offset: 100 },
  order: {
    status: "pending",
    items: [{ retailer_id: "mint", name: "Mint", amount: { value: 2000, offset: 100 }, quantity: 1 }],
    subtotal: { value: 2000, offset: 100 },
    tax: { value: 100, offset: 100, description: "GST" },
  },
};

const COMMERCE: Documented[] = [
  {
    kind: "product",
    argv: ["product", "--catalog", "1946", "--product", "mint", "--body", "Fresh", "--footer", "Until noon"],
    message: interactive({
      type: "product",
      body: body("Fresh"),
      action: { catalog_id: "1946", product_retailer_id: "mint" },
      footer: body("Until noon"),
    }),
  },
  {
    kind: "product list",
    argv: [
      ...["products", "--catalog", "1946", "--header", "Herbs", "--body", "What is fresh"],
      ...["--section", "Today", "--product", "mint", "--product", "sage"],
    ],
    message: interactive({
      type: "product_list",
      header: { type: "text", text: "Herbs" },
      body: body("What is fresh"),
      action: {
        catalog_id: "1946",
        sections: [
          { title: "Today", product_items: [{ product_retailer_id: "mint" }, { product_retailer_id: "sage" }] },
        ],
      },
    }),
  },
  {
    kind: "catalog",
    argv: ["catalog", "--body", "All our herbs", "--thumbnail", "mint"],
    message: interactive({
      type: "catalog_message",
      body: body("All our herbs"),
      action: { name: "catalog_message", parameters: { thumbnail_product_retailer_id: "mint" } },
    }),
  },
  {
    kind: "carousel",
    argv: ["carousel", "--body", "This week", "--data", JSON.stringify([CARD, CARD])],
    message: interactive({
      type: "carousel",
      body: body("This week"),
      action: {
        cards: [
          { card_index: 0, ...CARD },
          { card_index: 1, ...CARD },
        ],
      },
    }),
  },
  {
    kind: "order details",
    argv: [
      ...["order-details", "--header-image", "https://example.com/mint.png", "--body", "Your order"],
      ...["--footer", "Thank you", "--data", JSON.stringify(ORDER)],
    ],
    message: interactive({
      type: "order_details",
      header: { type: "image", image: { link: "https://example.com/mint.png" } },
      body: body("Your order"),
      action: { name: "review_and_pay", parameters: ORDER },
      footer: body("Thank you"),
    }),
  },
  {
    kind: "order status",
    argv: [
      ...["order-status", "--body", "It left us.", "--order", "order-17", "--status", "shipped"],
      ...["--description", "By bike"],
    ],
    message: interactive({
      type: "order_status",
      body: body("It left us."),
      action: {
        name: "review_order",
        parameters: { reference_id: "order-17", order: { status: "shipped", description: "By bike" } },
      },
    }),
  },
];

describe.each([
  { family: "plain", messages: PLAIN },
  { family: "media", messages: MEDIA },
  { family: "interactive", messages: INTERACTIVE },
  { family: "commerce", messages: COMMERCE },
])("mycobot send shows the documented request: $family", ({ messages }) => {
  it.each(messages)("$kind", async ({ argv, message }) => {
    expect(await plannedBody([...argv, "--to", "+1 (650) 555-1234"])).toEqual({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: NUMBER,
      ...message,
    });
  });
});

describe("mycobot send read shows the documented request", () => {
  it.each([
    { kind: "mark as read", more: [], extra: {} },
    { kind: "typing indicator", more: ["--typing"], extra: { typing_indicator: { type: "text" } } },
  ])("$kind", async ({ more, extra }) => {
    expect(await plannedBody(["read", WAMID, ...more])).toEqual({
      messaging_product: "whatsapp",
      status: "read",
      message_id: WAMID,
      ...extra,
    });
  });
});

describe("mycobot send takes other recipients than phone numbers", () => {
  it.each([
    {
      whom: "a group",
      to: "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD",
      key: "to",
      recipientType: "group",
    },
    { whom: "a user id", to: "US.13491208655302741918", key: "recipient", recipientType: "individual" },
  ])("$whom", async ({ to, key, recipientType }) => {
    expect(await plannedBody(["text", "Hello", "--to", to])).toEqual({
      messaging_product: "whatsapp",
      recipient_type: recipientType,
      [key]: to,
      type: "text",
      text: { body: "Hello" },
    });
  });
});
