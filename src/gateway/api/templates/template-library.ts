import type { Call } from "../../http/call.ts";
import { listAt, objectAt, textAt } from "../../http/shape.ts";
import type { AccountCall } from "../../types/call-options.ts";
import type { LibraryTemplate } from "../../types/library-template.ts";
import { checkedId } from "../ids.ts";
import { nextCursorOf, pagesOf } from "../paging.ts";
import { proxyRequest } from "../proxy-request.ts";

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
  /** Templates per page. Default 100. */
  limit?: number;
}

/** WhatsApp's library of ready-made templates. Source: Meta, template library. */
export type TemplateLibrary = (call: LibraryCall) => AsyncGenerator<LibraryTemplate, void, undefined>;

export function templateLibrary(call: Call): TemplateLibrary {
  return async function* library(options) {
    const { search, topic, usecase, industry, language, name, limit = 100 } = options;
    const waba = checkedId("number", options.wabaId, "WhatsApp Business account's id");
    const pages = pagesOf("library templates", (after) =>
      call(
        proxyRequest(options, {
          method: "GET",
          segments: [waba, "message_template_library"],
          query: { search, topic, usecase, industry, language, name, limit, after },
          management: true,
        }),
        readPage,
      ),
    );
    for await (const page of pages) yield* page.templates;
  };
}

function readPage(body: unknown): { templates: LibraryTemplate[]; nextCursor: string | undefined } {
  const templates = listAt(body, "data").map((value, index): LibraryTemplate => {
    const where = `data[${index}]`;
    const template = objectAt(value, where);
    return { ...template, name: textAt(template, "name", where), language: textAt(template, "language", where) };
  });
  return { templates, nextCursor: nextCursorOf(body) };
}
