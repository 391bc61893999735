import {
  buttons,
  card,
  carousel,
  interactive,
  list,
  message,
  named,
  order,
  replyButton,
  rows,
} from "./message-bodies.ts";
import type { RefusedMessage } from "./refused-messages.ts";

const LINK = "https://shop.example/tea.png";
const item = { product_retailer_id: "tea-1" };

const interactives: readonly RefusedMessage[] = [
  {
    what: "no type",
    body: message({ interactive: { body: { text: "Hi" } } }),
    code: 100,
    says: "(#100) The parameter interactive['type'] is required.",
  },
  {
    what: "an unknown kind",
    body: interactive({ type: "quiz", action: {} }),
    code: 100,
    says: "(#100) Param interactive['type'] must be one of {address_message, button, call_permission_request, carousel, catalog_message, cta_url, flow, list, location_request_message, order_details, order_status, product, product_list, request_contact_info, voice_call} - got \"quiz\".",
  },
  {
    what: "an unknown key",
    body: interactive({ type: "button", colour: "red", action: {} }),
    code: 100,
    says: '(#100) Unexpected key "colour" on param "interactive".',
  },
  {
    what: "no body",
    body: message({ interactive: { type: "button", action: { buttons: [replyButton("a")] } } }),
    code: 100,
    says: "(#100) The parameter interactive['body'] is required.",
  },
  {
    what: "a body without text",
    body: message({ interactive: { type: "button", body: {}, action: {} } }),
    code: 100,
    says: "(#100) The parameter interactive['body']['text'] is required.",
  },
  {
    what: "a body of 1,025 characters",
    body: interactive({ type: "button", body: { text: "b".repeat(1025) }, action: { buttons: [replyButton("a")] } }),
    code: 131009,
    says: "Body text length invalid. Min length: 1, Max length: 1024",
  },
  {
    what: "a footer of 61 characters",
    body: interactive({ type: "button", footer: { text: "f".repeat(61) }, action: { buttons: [replyButton("a")] } }),
    code: 131009,
    says: "Footer text length invalid. Min length: 1, Max length: 60",
  },
  {
    what: "a header without text",
    body: interactive({ type: "button", header: { type: "text" }, action: { buttons: [replyButton("a")] } }),
    code: 131009,
    says: "Text cannot be null for header type text",
  },
  {
    what: "a header of 61 characters",
    body: interactive({
      type: "list",
      header: { type: "text", text: "h".repeat(61) },
      action: { button: "b", sections: [{ rows: rows(1) }] },
    }),
    code: 131009,
    says: "Header text length invalid. Min length: 1, Max length: 60",
  },
  {
    what: "a picture over a list",
    body: interactive({ type: "list", header: { type: "image", image: { link: LINK } }, action: {} }),
    code: 131009,
    says: "Header type image is not allowed here",
  },
  {
    what: "a header of sound",
    body: interactive({ type: "button", header: { type: "audio" }, action: {} }),
    code: 100,
    says: "(#100) Param interactive['header']['type'] must be one of {document, image, text, video} - got \"audio\".",
  },
  {
    what: "an unknown picture",
    body: interactive({ type: "button", header: { type: "image", image: { id: "1" } }, action: {} }),
    code: 100,
    says: "(#100) Param interactive['header']['image']['id'] is not a valid whatsapp business account media attachment ID",
  },
  {
    what: "no action",
    body: interactive({ type: "button" }),
    code: 100,
    says: "(#100) The parameter interactive['action'] is required.",
  },
  {
    what: "no buttons",
    body: buttons(),
    code: 131009,
    says: "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3",
  },
  {
    what: "one id on two buttons",
    body: buttons(replyButton("Tea", "1"), replyButton("Cake", "1")),
    code: 131009,
    says: "Button ids must be unique",
  },
  {
    what: "an id of 257 characters",
    body: buttons(replyButton("Tea", "i".repeat(257))),
    code: 131009,
    says: "Button id length invalid. Min length: 1, Max length: 256",
  },
  {
    what: "another kind of button",
    body: buttons({ type: "url", reply: { id: "a", title: "a" } }),
    code: 100,
    says: "(#100) Param interactive['action']['buttons'][0]['type'] must be one of {reply} - got \"url\".",
  },
  {
    what: "buttons that are no list",
    body: interactive({ type: "button", action: { buttons: "Tea" } }),
    code: 100,
    says: "(#100) Param interactive['action']['buttons'] must be an array.",
  },
];

const lists: readonly RefusedMessage[] = [
  {
    what: "no button",
    body: interactive({ type: "list", action: { sections: [] } }),
    code: 100,
    says: "(#100) The parameter interactive['action']['button'] is required.",
  },
  {
    what: "no sections",
    body: list(),
    code: 131009,
    says: "Invalid sections count. Min allowed sections: 1, Max allowed sections: 10",
  },
  { what: "no rows", body: list({ rows: [] }), code: 131009, says: "Sections must have at least one row" },
  {
    what: "two sections, one without a title",
    body: list({ title: "One", rows: rows(1) }, { rows: rows(1, 1) }),
    code: 131008,
    says: "Section title is required when there is more than one section",
  },
  {
    what: "a section title of 25 characters",
    body: list({ title: "t".repeat(25), rows: rows(1) }),
    code: 131009,
    says: "Section title length invalid. Min length: 1, Max length: 24",
  },
  {
    what: "a row title of 25 characters",
    body: list({ rows: [{ id: "a", title: "t".repeat(25) }] }),
    code: 131009,
    says: "Row title length invalid. Min length: 1, Max length: 24",
  },
  {
    what: "a row description of 73 characters",
    body: list({ rows: [{ id: "a", title: "a", description: "d".repeat(73) }] }),
    code: 131009,
    says: "Row description length invalid. Min length: 0, Max length: 72",
  },
  {
    what: "a row id of 201 characters",
    body: list({ rows: [{ id: "i".repeat(201), title: "a" }] }),
    code: 131009,
    says: "Row id length invalid. Min length: 1, Max length: 200",
  },
  {
    what: "one id on two rows",
    body: list({ rows: [...rows(1), ...rows(1)] }),
    code: 131009,
    says: "Row ids must be unique",
  },
];

const others: readonly RefusedMessage[] = [
  {
    what: "a link of a call to action that is none",
    body: named("cta_url", { display_text: "See", url: "shop" }),
    code: 100,
    says: "(#100) Param interactive['action']['parameters']['url'] is not a valid URI.",
  },
  {
    what: "another name of an action",
    body: named("cta_url", { display_text: "See", url: LINK }, "link"),
    code: 100,
    says: "(#100) Param interactive['action']['name'] must be one of {cta_url} - got \"link\".",
  },
  {
    what: "an old flow",
    body: named("flow", { flow_message_version: "2", flow_cta: "Book" }),
    code: 100,
    says: "(#100) Param interactive['action']['parameters']['flow_message_version'] must be one of {3} - got \"2\".",
  },
  {
    what: "a flow without an id and a name",
    body: named("flow", { flow_message_version: "3", flow_cta: "Book" }),
    code: 131008,
    says: "Either flow_id or flow_name is required",
  },
  {
    what: "an address in another country",
    body: named("address_message", { country: "DE" }),
    code: 100,
    says: "(#100) Param interactive['action']['parameters']['country'] must be one of {IN, SG} - got \"DE\".",
  },
  {
    what: "a product without an id",
    body: interactive({ type: "product", action: { catalog_id: "1" } }),
    code: 100,
    says: "(#100) The parameter interactive['action']['product_retailer_id'] is required.",
  },
  {
    what: "products without a header",
    body: interactive({
      type: "product_list",
      action: { catalog_id: "1", sections: [{ title: "One", product_items: [item] }] },
    }),
    code: 131008,
    says: "interactive['header'] is required for this type",
  },
  {
    what: "31 products",
    body: interactive({
      type: "product_list",
      header: { type: "text", text: "Teas" },
      action: { catalog_id: "1", sections: [{ title: "One", product_items: Array.from({ length: 31 }, () => item) }] },
    }),
    code: 131009,
    says: "Total product count exceed max allowed count: 30",
  },
  {
    what: "one card",
    body: carousel(card(0)),
    code: 131009,
    says: "Invalid cards count. Min allowed cards: 2, Max allowed cards: 10",
  },
  {
    what: "cards out of order",
    body: carousel(card(1), card(0)),
    code: 131009,
    says: "card_index of the card at index 0 must be 0",
  },
  {
    what: "cards of two types",
    body: carousel(card(0), { card_index: 1, type: "product", action: { ...item, catalog_id: "1" } }),
    code: 131009,
    says: "All cards must be of one type",
  },
  {
    what: "a long card",
    body: carousel(card(0, { body: { text: "b".repeat(161) } }), card(1)),
    code: 131009,
    says: "Card body text length invalid. Min length: 1, Max length: 160",
  },
  {
    what: "an order without a total",
    body: named("order_details", order({ total_amount: null }), "review_and_pay"),
    code: 100,
    says: "(#100) The parameter interactive['action']['parameters']['total_amount'] is required.",
  },
  {
    what: "an amount in fractions",
    body: named("order_details", order({ total_amount: { value: 1.5, offset: 100 } }), "review_and_pay"),
    code: 100,
    says: "(#100) Param interactive['action']['parameters']['total_amount']['value'] must be an integer.",
  },
  {
    what: "an unknown state of an order",
    body: named("order_status", { reference_id: "o", order: { status: "lost" } }, "review_order"),
    code: 100,
    says: "(#100) Param interactive['action']['parameters']['order']['status'] must be one of {pending, processing, partially_shipped, shipped, completed, canceled} - got \"lost\".",
  },
  {
    what: "a call of two months",
    body: named("voice_call", { ttl_minutes: 86_400 }),
    code: 100,
    says: "(#100) Param interactive['action']['parameters']['ttl_minutes'] must be less than or equal to 43200.",
  },
  {
    what: "a type that every object inherits",
    body: interactive({ type: "constructor", action: {} }),
    code: 100,
    says: "(#100) Param interactive['type'] must be one of {address_message, button, call_permission_request, carousel, catalog_message, cta_url, flow, list, location_request_message, order_details, order_status, product, product_list, request_contact_info, voice_call} - got \"constructor\".",
  },
  {
    what: "a link with a space",
    body: named("cta_url", { display_text: "See", url: "https://shop.example/green tea" }),
    code: 100,
    says: "(#100) Param interactive['action']['parameters']['url'] is not a valid URI.",
  },
  {
    what: "a card body without text",
    body: carousel(card(0, { body: {} }), card(1)),
    code: 100,
    says: "(#100) The parameter interactive['action']['cards'][0]['body']['text'] is required.",
  },
  {
    what: "products of an empty catalog",
    body: interactive({
      type: "product_list",
      header: { type: "text", text: "Teas" },
      action: { catalog_id: "", sections: [{ title: "Green", product_items: [item] }] },
    }),
    code: 100,
    says: "(#100) Param interactive['action']['catalog_id'] must be at least 1 characters long.",
  },
  {
    what: "a saved address without an id",
    body: named("address_message", { country: "IN", saved_addresses: [{ value: {} }] }),
    code: 100,
    says: "(#100) The parameter interactive['action']['parameters']['saved_addresses'][0]['id'] is required.",
  },
  {
    what: "an ordered item without a quantity",
    body: named(
      "order_details",
      order({
        order: {
          status: "pending",
          items: [{ name: "Tea", amount: { value: 1, offset: 100 } }],
          subtotal: { value: 1, offset: 100 },
        },
      }),
      "review_and_pay",
    ),
    code: 100,
    says: "(#100) The parameter interactive['action']['parameters']['order']['items'][0]['quantity'] is required.",
  },
];

export const REFUSED_INTERACTIVES = [...interactives, ...lists, ...others];
