import type { Json, JsonObject } from "../../../src/emulator/json.ts";

export const USER = "16505551234";

/** A message to one user, of the type that the object's only key names. */
export function message(content: JsonObject, changes: JsonObject = {}): JsonObject {
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: USER,
    type: Object.keys(content)[0] ?? "",
    ...content,
    ...changes,
  };
}

export function text(body: Json, changes: JsonObject = {}): JsonObject {
  return message({ text: { body } }, changes);
}

export function interactive(content: JsonObject): JsonObject {
  return message({ interactive: { body: { text: "Tea or cake?" }, ...content } });
}

export function replyButton(title: string, id = title): JsonObject {
  return { type: "reply", reply: { id, title } };
}

export function buttons(...entries: Json[]): JsonObject {
  return interactive({ type: "button", action: { buttons: entries } });
}

export function rows(count: number, from = 0): Json[] {
  return Array.from({ length: count }, (_, index) => ({ id: `row-${from + index}`, title: `Row ${from + index}` }));
}

export function list(...sections: Json[]): JsonObject {
  return interactive({ type: "list", action: { button: "Choose", sections } });
}

/** An interactive message whose action has a name and parameters. */
export function named(type: string, parameters?: JsonObject, name = type): JsonObject {
  return interactive({ type, action: { name, ...(parameters === undefined ? {} : { parameters }) } });
}

function price(value: number): JsonObject {
  return { value, offset: 100 };
}

export function order(changes: JsonObject = {}): JsonObject {
  return {
    reference_id: "order-17",
    type: "physical-goods",
    currency: "INR",
    total_amount: price(1100),
    order: { status: "pending", items: [{ name: "Tea", quantity: 1, amount: price(1100) }], subtotal: price(1100) },
    ...changes,
  };
}

export function card(index: number, changes: JsonObject = {}): JsonObject {
  return {
    card_index: index,
    type: "cta_url",
    header: { type: "image", image: { link: "https://shop.example/tea.png" } },
    body: { text: "Green tea" },
    action: { name: "cta_url", parameters: { display_text: "See", url: "https://shop.example/tea" } },
    ...changes,
  };
}

export function carousel(...cards: Json[]): JsonObject {
  return interactive({ type: "carousel", action: { cards } });
}
