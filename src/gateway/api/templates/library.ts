import type { Call } from "../../http/call.ts";
import { objectAt, textAt } from "../../http/json.ts";
import { checkedId } from "../ids.ts";
import { itemsOf } from "../paging.ts";
import type { AccountCall } from "../proxy-request.ts";

/** A template of WhatsApp's library, which can be created by name (`library_template_name`). Unknown fields are kept. */
export interface LibraryTemplate {
  name: string;
  language: string;
  category?: string;
  topic?: string;
  usecase?: string;
  industry?: string[];
  header?: string;
  body?: string;
  /** Samples of the body's variables. */
  body_params?: string[];
  body_param_types?: string[];
  buttons?: { type: string; text?: string; url?: string; phone_number?: string }[];
  id?: string;
  [field: string]: unknown;
}

export interface LibraryCall extends AccountCall {
  /** Words in name, body, topic and so on. */
  search?: string;
  /** `ACCOUNT_UPDATES`, `CUSTOMER_FEEDBACK`, `ORDER_MANAGEMENT`, `PAYMENTS` … */
  topic?: string;
  /** `ACCOUNT_CREATION_CONFIRMATION`, `DELIVERY_UPDATE`, `PAYMENT_DUE_REMINDER` … */
  usecase?: string;
  /** `E_COMMERCE`, `FINANCIAL_SERVICES`. */
  industry?: string;
  language?: string;
  name?: string;
  /** Templates per page. Default: 100. */
  limit?: number;
}

/** WhatsApp's library of ready-made templates. Source: Meta, template library. */
export type TemplateLibrary = (call: LibraryCall) => AsyncGenerator<LibraryTemplate, void, undefined>;

export function templateLibrary(call: Call): TemplateLibrary {
  return (options) => {
    const { search, topic, usecase, industry, language, name, limit } = options;
    return itemsOf(call, options, {
      what: "library templates",
      segments: [checkedId("account", options.wabaId), "message_template_library"],
      query: { search, topic, usecase, industry, language, name, ...(limit === undefined ? {} : { limit }) },
      read: readLibraryTemplate,
    });
  };
}

function readLibraryTemplate(value: unknown, where: string): LibraryTemplate {
  const template = objectAt(value, where);
  return { ...template, name: textAt(template, "name", where), language: textAt(template, "language", where) };
}
