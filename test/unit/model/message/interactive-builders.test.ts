import { describe, expect, test } from "vitest";
import * as build from "../../../../src/model/message/index.ts";
import { type Documented, ENVELOPE, ORDER, to } from "./documented.ts";

function interactive(content: object) {
  return { ...ENVELOPE, type: "interactive", interactive: content };
}

const parameters = { reference_id: "7", order: { status: "shipped" } };

const DOCUMENTED: Documented[] = [
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
    build.orderDetailsMessage({ to, body: "Pay", parameters: ORDER }),
    interactive({
      type: "order_details",
      body: { text: "Pay" },
      action: { name: "review_and_pay", parameters: ORDER },
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
    "contact info request",
    build.contactInfoRequestMessage({ to, body: "Which number is yours?" }),
    interactive({
      type: "request_contact_info",
      body: { text: "Which number is yours?" },
      action: { name: "request_contact_info" },
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
];

describe.each(DOCUMENTED)("%s", (_, made, documented) => {
  test("is the documented request", () => {
    expect(made).toEqual(documented);
  });

  test("has nothing wrong with it", () => {
    expect(build.lintMessage(made)).toEqual([]);
  });
});
