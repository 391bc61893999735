/** As people write it; {@link ENVELOPE} has it as WhatsApp expects it. */
export const to = "+49 151 23456789";

export const ENVELOPE = { messaging_product: "whatsapp", recipient_type: "individual", to: "4915123456789" };

/** Name, what the builder makes, the request as WhatsApp's documentation writes it. */
export type Documented = [string, object, object];

export const ORDER = {
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
