import type { JsonObject } from "../json.ts";

export interface LibraryTemplate {
  name: string;
  category: "UTILITY" | "AUTHENTICATION";
  topic: string;
  usecase: string;
  industry: readonly string[];
  language: string;
  header?: string;
  /** Positional variables with their samples, in order. */
  body: string;
  samples: readonly string[];
  /** URL and PHONE_NUMBER buttons take their target from the caller. */
  buttons: readonly JsonObject[];
}

/** A small library in the manner of WhatsApp's own, whose wording is not public. The last one breaks today's edge rule, as 17 of the real ones do. */
export const LIBRARY_TEMPLATES: readonly LibraryTemplate[] = [
  {
    name: "delivery_update_1",
    category: "UTILITY",
    topic: "ORDER_MANAGEMENT",
    usecase: "DELIVERY_UPDATE",
    industry: ["E_COMMERCE"],
    language: "en_US",
    header: "Your order is on its way",
    body: "Hi {{1}}, your order {{2}} has left our warehouse and should reach you within the next days. Thank you for your patience.",
    samples: ["Ana", "A-1001"],
    buttons: [{ type: "URL", text: "Track order", url: "https://www.example.com/{{1}}" }],
  },
  {
    name: "appointment_reminder_1",
    category: "UTILITY",
    topic: "EVENT_REMINDER",
    usecase: "APPOINTMENT_REMINDER",
    industry: ["HEALTHCARE"],
    language: "en_US",
    body: "Hello {{1}}, this is a reminder of your appointment on {{2}}. Please call us when you cannot come.",
    samples: ["Ana", "3 March"],
    buttons: [{ type: "PHONE_NUMBER", text: "Call us", phone_number: "" }],
  },
  {
    name: "payment_received_1",
    category: "UTILITY",
    topic: "PAYMENTS",
    usecase: "PAYMENT_CONFIRMATION",
    industry: ["FINANCIAL_SERVICES", "E_COMMERCE"],
    language: "es",
    body: "Hola {{1}}, hemos recibido tu pago de {{2}} correctamente. Muchas gracias por confiar en nosotros una vez más.",
    samples: ["Ana", "20 €"],
    buttons: [],
  },
  {
    name: "feedback_request_1",
    category: "UTILITY",
    topic: "CUSTOMER_FEEDBACK",
    usecase: "FEEDBACK_SURVEY",
    industry: ["E_COMMERCE"],
    language: "en_US",
    body: "Thank you for your visit, please tell us how it went by writing to {{1}}.",
    samples: ["hello@example.com"],
    buttons: [],
  },
];
