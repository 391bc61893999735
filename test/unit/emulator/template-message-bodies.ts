import type { Json, JsonObject } from "../../../src/emulator/json.ts";

export const LINK = "https://shop.example/tea.png";
const HANDLE = "4::aW1hZ2UvanBlZw==:ARx";

export function words(...texts: Json[]): JsonObject[] {
  return texts.map((text) => ({ type: "text", text }));
}

export function body(...parameters: JsonObject[]): JsonObject {
  return { type: "body", parameters };
}

export function header(parameter: JsonObject): JsonObject {
  return { type: "header", parameters: [parameter] };
}

export function button(type: string, index: Json, ...parameters: JsonObject[]): JsonObject {
  return {
    type: "button",
    sub_type: type,
    index,
    parameters,
  };
}

export const BODY = { type: "BODY", text: "Your parcel has left our house." };
export const TWO = {
  type: "BODY",
  text: "Hello {{1}}, your parcel {{2}} has left our house today.",
  example: { body_text: [["Ada", "17"]] },
};
export const NAMED = {
  parameter_format: "NAMED",
  components: [
    {
      type: "BODY",
      text: "Hello {{name}}, your parcel {{parcel}} has left our house today.",
      example: {
        body_text_named_params: [
          { param_name: "name", example: "Ada" },
          { param_name: "parcel", example: "17" },
        ],
      },
    },
  ],
};
export function named(name: string, text: string): JsonObject {
  return { type: "text", parameter_name: name, text };
}

export function picture(format: string): JsonObject {
  return {
    components: [{ type: "HEADER", format, example: { header_handle: [HANDLE] } }, BODY],
  };
}

export function withHeader(text: string): JsonObject {
  return {
    components: [{ type: "HEADER", format: "TEXT", text, example: { header_text: ["Ada"] } }, BODY],
  };
}

export function withButtons(...buttons: JsonObject[]): JsonObject {
  return {
    components: [BODY, { type: "BUTTONS", buttons }],
  };
}

export const QUICK = { type: "QUICK_REPLY", text: "Thanks" };
export const CALL = { type: "PHONE_NUMBER", text: "Call", phone_number: "+16505551234" };
export const STATIC = { type: "URL", text: "Open", url: "https://shop.example/" };
export const TRACK = {
  type: "URL",
  text: "Track",
  url: "https://shop.example/{{1}}",
  example: ["https://shop.example/17"],
};
const COPY = { type: "COPY_CODE", example: "TEA25" };
export const coupon = { category: "MARKETING", ...withButtons(COPY, TRACK) };

export const otp = {
  category: "AUTHENTICATION",
  components: [{ type: "BODY" }, { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] }],
};

export function offer(hasExpiration: boolean): JsonObject {
  return {
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "IMAGE", example: { header_handle: [HANDLE] } },
      BODY,
      { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Tea sale", has_expiration: hasExpiration } },
      { type: "BUTTONS", buttons: [COPY, TRACK] },
    ],
  };
}

const card = {
  components: [
    { type: "HEADER", format: "IMAGE", example: { header_handle: [HANDLE] } },
    { type: "BODY", text: "Buy {{1}} for the winter", example: { body_text: [["tea"]] } },
    { type: "BUTTONS", buttons: [QUICK, TRACK] },
  ],
};
export const cards = { category: "MARKETING", components: [BODY, { type: "CAROUSEL", cards: [card, card] }] };
export const image = { type: "image", image: { link: LINK } };
export function sentCard(index: number, ...parts: JsonObject[]): JsonObject {
  return {
    card_index: index,
    components: parts,
  };
}

export function wholeCard(index: number): JsonObject {
  return sentCard(index, header(image), body(...words("tea")), button("URL", "1", ...words("17")));
}

const productCard = {
  components: [
    { type: "HEADER", format: "PRODUCT" },
    { type: "BUTTONS", buttons: [{ type: "SPM", text: "View" }] },
  ],
};
export const products = {
  category: "MARKETING",
  components: [BODY, { type: "CAROUSEL", cards: [productCard, productCard] }],
};
export function sentProduct(index: number): JsonObject {
  return sentCard(
    index,
    header({ type: "product", product: { product_retailer_id: `tea-${index}`, catalog_id: "1" } }),
  );
}
