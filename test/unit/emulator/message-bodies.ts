import type { Json, JsonObject } from "../../../src/emulator/json.ts";

export const USER = "16505551234";

/** A message to one user, of the type that the object's only key names. */
export const message = (content: JsonObject, changes: JsonObject = {}): JsonObject => ({
  messaging_product: "whatsapp",
  recipient_type: "individual",
  to: USER,
  type: Object.keys(content)[0] ?? "",
  ...content,
  ...changes,
});

export const text = (body: Json, changes: JsonObject = {}): JsonObject => message({ text: { body } }, changes);

export const interactive = (content: JsonObject): JsonObject =>
  message({ interactive: { body: { text: "Tea or cake?" }, ...content } });

export const replyButton = (title: string, id = title): JsonObject => ({ type: "reply", reply: { id, title } });

export const buttons = (...entries: Json[]): JsonObject =>
  interactive({ type: "button", action: { buttons: entries } });

export const rows = (count: number, from = 0): Json[] =>
  Array.from({ length: count }, (_, index) => ({ id: `row-${from + index}`, title: `Row ${from + index}` }));

export const list = (...sections: Json[]): JsonObject =>
  interactive({ type: "list", action: { button: "Choose", sections } });

/** An interactive message whose action has a name and parameters. */
export const named = (type: string, parameters?: JsonObject, name = type): JsonObject =>
  interactive({ type, action: { name, ...(parameters === undefined ? {} : { parameters }) } });

const price = (value: number): JsonObject => ({ value, offset: 100 });

export const order = (changes: JsonObject = {}): JsonObject => ({
  reference_id: "order-17",
  type: "physical-goods",
  currency: "INR",
  total_amount: price(1100),
  order: { status: "pending", items: [{ name: "Tea", quantity: 1, amount: price(1100) }], subtotal: price(1100) },
  ...changes,
});

export const card = (index: number, changes: JsonObject = {}): JsonObject => ({
  card_index: index,
  type: "cta_url",
  header: { type: "image", image: { link: "https://shop.example/tea.png" } },
  body: { text: "Green tea" },
  action: { name: "cta_url", parameters: { display_text: "See", url: "https://shop.example/tea" } },
  ...changes,
});

export const carousel = (...cards: Json[]): JsonObject => interactive({ type: "carousel", action: { cards } });
