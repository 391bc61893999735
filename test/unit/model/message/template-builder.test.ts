import { describe, expect, test } from "vitest";
import * as build from "../../../../src/model/message/index.ts";
import { type Documented, ENVELOPE, ORDER, to } from "./documented.ts";

const herbs = { to, name: "herbs", language: "en" };
function template(...components: object[]) {
  return {
    ...ENVELOPE,
    type: "template",
    template: { name: "herbs", language: { code: "en" }, components },
  };
}

const DOCUMENTED: Documented[] = [
  [
    "template without parameters",
    build.templateMessage(herbs),
    { ...ENVELOPE, type: "template", template: { name: "herbs", language: { code: "en" } } },
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
        { index: 3, orderDetails: ORDER },
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
        parameters: [{ type: "action", action: { order_details: ORDER } }],
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
];

describe.each(DOCUMENTED)("%s", (_, made, documented) => {
  test("is the documented request", () => {
    expect(made).toEqual(documented);
  });

  test("has nothing wrong with it", () => {
    expect(build.lintMessage(made)).toEqual([]);
  });
});
