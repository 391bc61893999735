import { invalidParameter } from "../graph/errors.ts";
import { paged } from "../graph/paging.ts";
import type { RequestContext } from "../http-env.ts";
import { decoded, isObject, type Json, type JsonObject, objectOf, upperOf } from "../json.ts";
import { refusal } from "./refusals.ts";

interface LibraryTemplate {
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
  /** The request supplies the target of URL and PHONE_NUMBER buttons. */
  buttons: readonly JsonObject[];
}

/**
 * A small library in the manner of WhatsApp's own, whose wording is not public. The last one breaks the edge rule
 * (2388299), as 17 of the real ones do.
 */
const LIBRARY: readonly LibraryTemplate[] = [
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

/** Kinds of buttons whose target the request supplies. */
const WITH_TARGET = ["URL", "PHONE_NUMBER"];

/** Button inputs: a list, or a JSON string, which the documentation writes with single quotes. */
function inputsOf(value: Json | undefined): JsonObject[] {
  const list = typeof value === "string" ? (decoded(value.replaceAll("'", '"')) ?? null) : value;
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw invalidParameter("Param library_template_button_inputs must be an array.");
  return list.filter(isObject);
}

/** The request has the address without the variable, which WhatsApp appends where there is a sample for it. */
function filledUrl(button: JsonObject, input: JsonObject, index: number): JsonObject {
  const { base_url, url_suffix_example: sample } = objectOf(decoded(input.url));
  const url = String(base_url ?? "");
  if (!URL.canParse(url) || url.includes("{{")) throw refusal("buttonUrl", index);
  return sample === undefined ? { ...button, url } : { ...button, url: `${url}{{1}}`, example: [String(sample)] };
}

function filledButtons(template: LibraryTemplate, inputs: readonly JsonObject[]): JsonObject[] {
  const open = template.buttons.filter(({ type }) => WITH_TARGET.includes(upperOf(type)));
  if (inputs.length !== open.length)
    throw invalidParameter(
      `The library template has ${open.length} button(s) that need an input, got ${inputs.length}.`,
    );
  return template.buttons.map((button, index) => {
    const input = inputs[open.indexOf(button)];
    if (input === undefined) return button;
    if (upperOf(input.type) !== button.type)
      throw invalidParameter(`Button input ${index} must be of type ${String(button.type)}.`);
    return button.type === "URL"
      ? filledUrl(button, input, index)
      : { ...button, phone_number: input.phone_number ?? "" };
  });
}

/** Components of the library template that a create refers to; undefined if it refers to none. */
export function libraryComponents(parameters: JsonObject, language: string): JsonObject[] | undefined {
  const { library_template_name: name, components, library_template_button_inputs: inputs } = parameters;
  if (name === undefined) return undefined;
  if (components !== undefined)
    throw invalidParameter("Param components can't be used together with library_template_name.");
  const template = LIBRARY.find((candidate) => candidate.name === name && candidate.language === language);
  if (template === undefined)
    throw invalidParameter(`Library template ${String(name)} does not exist in language ${language}.`);
  const buttons = filledButtons(template, inputsOf(inputs));
  return [
    ...(template.header === undefined ? [] : [{ type: "HEADER", format: "TEXT", text: template.header }]),
    {
      type: "BODY",
      text: template.body,
      ...(template.samples.length === 0 ? {} : { example: { body_text: [[...template.samples]] } }),
    },
    ...(buttons.length === 0 ? [] : [{ type: "BUTTONS", buttons }]),
  ];
}

function libraryView(template: LibraryTemplate, index: number): JsonObject {
  return {
    name: template.name,
    language: template.language,
    category: template.category,
    topic: template.topic,
    usecase: template.usecase,
    industry: [...template.industry],
    ...(template.header === undefined ? {} : { header: template.header }),
    body: template.body,
    body_params: [...template.samples],
    body_param_types: template.samples.map(() => "TEXT"),
    buttons: [...template.buttons],
    id: String(7_100_000_000_000_001 + index),
  };
}

/** The library edge: all templates, or those that match every filter of the query. */
export function listLibrary(c: RequestContext): JsonObject {
  const { search, name, language, topic, usecase, industry } = c.req.query();
  const matches = LIBRARY.filter(
    (template) =>
      (search === undefined || `${template.name} ${template.body}`.toLowerCase().includes(search.toLowerCase())) &&
      (name === undefined || template.name === name) &&
      (language === undefined || template.language === language) &&
      (topic === undefined || template.topic === topic.toUpperCase()) &&
      (usecase === undefined || template.usecase === usecase.toUpperCase()) &&
      (industry === undefined || template.industry.includes(industry.toUpperCase())),
  );
  return paged(c, matches, libraryView);
}
