import { isGatewayError } from "../../errors/gateway-error.ts";
import type { Call } from "../../http/call.ts";
import { objectAt, textAt } from "../../http/json.ts";
import { checkedId } from "../ids.ts";
import { PAGE_SIZE, pagesOf } from "../paging.ts";
import { type AccountCall, type ProxyCall, proxyRequest, readSuccess } from "../proxy-request.ts";
import { type AuthenticationPreviews, authenticationPreviews } from "./authentication-previews.ts";
import { type TemplateComparisons, templateComparisons } from "./comparison.ts";
import { type TemplateLibrary, templateLibrary } from "./library.ts";
import { type TemplateMigration, templateMigration } from "./migration.ts";
import {
  fieldsQuery,
  readTemplatePage,
  readWireTemplate,
  type TemplatePage,
  type WireTemplate,
} from "./wire-template.ts";

/** Calls on one template. */
export interface TemplateCall extends ProxyCall {
  /** Id of the template: digits. */
  templateId: string;
}

export interface TemplateListCall extends AccountCall {
  /** Beyond id, name, language, status and category. Default: all fields that comparison and reports require. */
  fields?: readonly string[];
  /** Templates per page. Default {@link PAGE_SIZE}. */
  limit?: number;
  /** Whether WhatsApp matches the whole name or a part is not documented: compare the results again. */
  name?: string;
  /** Words in the template's texts. */
  content?: string;
  /** Words in its name or its texts. */
  nameOrContent?: string;
  language?: string;
  category?: string;
  status?: string;
  /** GREEN, YELLOW, RED, UNKNOWN. */
  qualityScore?: string;
  /** `AUTO_GENERATED`: only templates that WhatsApp generated. */
  source?: string;
  /** Only templates that changed at this time or later. */
  since?: Date;
  /** Only templates that changed until this time. */
  until?: Date;
  /** Requests totals: `total_count,message_template_count,message_template_limit`. */
  summary?: readonly string[];
}

/** The body of a create call: the content fields of {@link WireTemplate}, and any that WhatsApp adds later. */
export interface TemplateCreateBody {
  name: string;
  language: string;
  category: string;
  components?: readonly object[];
  [field: string]: unknown;
}

export interface CreatedTemplate {
  id: string;
  /** Usually PENDING; can be APPROVED or REJECTED at once. */
  status: string;
  /** May differ from the request. */
  category: string;
}

/** The body of an edit. `components` replaces all components. Name and language cannot change. */
export interface TemplateEditBody {
  category?: string;
  components?: readonly object[];
  message_send_ttl_seconds?: number | string;
  [field: string]: unknown;
}

/**
 * Message templates. Source: Meta's template management pages and Message Template API reference, v21.0 and later.
 * All calls count against the account's management quota (`MYCO_QUOTA_EXHAUSTED`, code 80008). All methods throw
 * {@link GatewayError}.
 */
export interface Templates {
  /** One page; `after` is the previous page's `nextCursor`. */
  listPage(call: TemplateListCall & { after?: string }): Promise<TemplatePage>;
  /** All pages in order, each fetched on demand. */
  pages(call: TemplateListCall): AsyncGenerator<TemplatePage, void, undefined>;
  /** All templates in the order of the pages, except unreadable ones, which `pages` lists. */
  list(call: TemplateListCall): AsyncGenerator<WireTemplate, void, undefined>;
  /** One template by id. An unknown id and a missing permission have the same error: 400, code 100, subcode 33. */
  get(call: TemplateCall & { fields?: readonly string[] }): Promise<WireTemplate>;
  /**
   * Sends the body unchanged. At most 100 per hour and account. Not retried after an unclear failure (`ambiguous`): list by name and
   * language first.
   */
  create(call: AccountCall & { body: TemplateCreateBody }): Promise<CreatedTemplate>;
  /** Replaces the fields of `body`. Editing is limited per day and month (subcode 2388039). Not retried after an unclear failure. */
  edit(call: TemplateCall & { body: TemplateEditBody }): Promise<void>;
  /** Deletes one language, by id and name together. A template that does not exist is `absent`. */
  delete(call: AccountCall & { name: string; hsmId: string }): Promise<"deleted" | "absent">;
  /** Deletes every language of a name, which then remains locked for about 30 days. `delete` deletes one language. */
  deleteAllLanguages(call: AccountCall & { name: string }): Promise<"deleted" | "absent">;
  /** WhatsApp's library of ready-made templates, page by page, each fetched on demand. */
  library: TemplateLibrary;
  /**
   * WhatsApp's own category for a message (a body of the send call, without recipient): MARKETING, UTILITY, AUTHENTICATION.
   * Creates nothing and sends nothing. Documented for accounts with Direct Send; elsewhere an error (code 100 and others).
   */
  sampleCategory(call: AccountCall & { message: Readonly<Record<string, unknown>> }): Promise<string>;
  /** The localized texts of authentication templates. */
  previews: AuthenticationPreviews;
  /** Copies templates from another account of the same business. */
  migrate: TemplateMigration;
  /** Compares the sends and blocks of two templates. */
  compare: TemplateComparisons;
}

export function templatesApi(call: Call): Templates {
  const listPage: Templates["listPage"] = (options) =>
    call(
      proxyRequest(options, {
        method: "GET",
        segments: templatesOf(options),
        query: {
          fields: fieldsQuery(options.fields),
          limit: options.limit ?? PAGE_SIZE,
          after: options.after,
          name: options.name,
          content: options.content,
          name_or_content: options.nameOrContent,
          language: options.language,
          category: options.category,
          status: options.status,
          quality_score: options.qualityScore,
          source: options.source,
          since: unixSeconds(options.since),
          until: unixSeconds(options.until),
          summary: options.summary?.join(","),
        },
        management: true,
      }),
      readTemplatePage,
    );

  const pages: Templates["pages"] = (options) =>
    pagesOf("templates", (after) => listPage({ ...options, ...(after === undefined ? {} : { after }) }));

  return {
    listPage,
    pages,
    async *list(options) {
      for await (const page of pages(options)) yield* page.templates;
    },
    get: (options) =>
      call(
        proxyRequest(options, {
          method: "GET",
          segments: [checkedId("template", options.templateId)],
          query: { fields: fieldsQuery(options.fields) },
          management: true,
        }),
        (body) => readWireTemplate(body),
      ),
    create: (options) =>
      call(
        proxyRequest(options, { method: "POST", segments: templatesOf(options), json: options.body, management: true }),
        readCreated,
      ),
    edit: (options) =>
      call(
        proxyRequest(options, {
          method: "POST",
          segments: [checkedId("template", options.templateId)],
          json: options.body,
          management: true,
        }),
        readSuccess,
      ),
    async delete(options) {
      const request = proxyRequest(options, {
        method: "DELETE",
        segments: templatesOf(options),
        query: { hsm_id: checkedId("template", options.hsmId), name: options.name },
        idempotent: true,
        management: true,
      });
      return deletion(call(request, readSuccess));
    },
    async deleteAllLanguages(options) {
      const request = proxyRequest(options, {
        method: "DELETE",
        segments: templatesOf(options),
        query: { name: options.name },
        idempotent: true,
        management: true,
      });
      return deletion(call(request, readSuccess));
    },
    library: templateLibrary(call),
    sampleCategory: (options) =>
      call(
        proxyRequest(options, {
          method: "POST",
          segments: [checkedId("account", options.wabaId), "message_samples"],
          json: { messaging_product: "whatsapp", ...options.message },
          idempotent: true,
          management: true,
        }),
        (body) => textAt(objectAt(body, "the answer"), "category", "the answer"),
      ),
    previews: authenticationPreviews(call),
    migrate: templateMigration(call),
    compare: templateComparisons(call),
  };
}

function templatesOf({ wabaId }: AccountCall): string[] {
  return [checkedId("account", wabaId), "message_templates"];
}

/** The unit of WhatsApp's time filters. */
function unixSeconds(date: Date | undefined): number | undefined {
  return date === undefined ? undefined : Math.floor(date.getTime() / 1000);
}

function readCreated(body: unknown): CreatedTemplate {
  const created = objectAt(body, "the answer");
  return {
    id: textAt(created, "id", "the answer"),
    status: textAt(created, "status", "the answer"),
    category: textAt(created, "category", "the answer"),
  };
}

async function deletion(done: Promise<void>): Promise<"deleted" | "absent"> {
  try {
    await done;
    return "deleted";
  } catch (error) {
    if (isAbsentTemplate(error)) return "absent";
    throw error;
  }
}

/**
 * Whether WhatsApp reports that the template to delete does not exist: 404, or 400 with code 100 and its own text. Subcode 33 does
 * not count: it may also mean that permission for the account is missing.
 */
function isAbsentTemplate(error: unknown): boolean {
  if (!isGatewayError(error) || error.whatsapp?.code !== 100 || error.whatsapp.subcode === 33) return false;
  return error.status === 404 || error.whatsapp.subcode === 2593002 || /does not exist|not found/i.test(error.message);
}
