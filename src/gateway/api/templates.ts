import { MycobotError } from "../../errors/index.ts";
import { isGatewayError } from "../errors/gateway-error.ts";
import type { Call } from "../http/call.ts";
import type { ProxyCall } from "../types/call-options.ts";
import type {
  AuthenticationPreview,
  CreatedTemplate,
  TemplateCreateBody,
  TemplateEditBody,
  TemplatePage,
  WireTemplate,
} from "../types/template.ts";
import { checkedId } from "./ids.ts";
import { proxyRequest, readSuccess } from "./proxy-request.ts";
import { readCreatedTemplate, readPreviews, readTemplate, readTemplatePage } from "./read-template.ts";
import { fieldsQuery } from "./template-fields.ts";

/** Calls on the templates of one WhatsApp Business account. */
export interface AccountCall extends ProxyCall {
  /** Id of the WhatsApp Business account: digits. */
  wabaId: string;
}

/** Calls on one template. */
export interface TemplateCall extends ProxyCall {
  /** Id of the template: digits. */
  templateId: string;
}

export interface TemplateListCall extends AccountCall {
  /** Beyond id, name, language, status and category. Default: {@link TEMPLATE_FIELDS}. */
  fields?: readonly string[];
  /** Templates per page. Default 100. No documented maximum. */
  limit?: number;
  /** Whether `name` is compared whole or in part is not documented: compare again. */
  name?: string;
  language?: string;
  category?: string;
  status?: string;
  /** Asks for totals: `total_count,message_template_count,message_template_limit`. */
  summary?: readonly string[];
}

export interface PreviewCall extends AccountCall {
  languages: readonly string[];
  addSecurityRecommendation?: boolean;
  /** 1–90. */
  codeExpirationMinutes?: number;
}

/**
 * Message templates. Source: Meta's template management pages and Message Template API reference, v21.0 and later.
 * All count against the account's quota of management calls (200 per hour; `MYCO_QUOTA_EXHAUSTED`, code 80008).
 * All throw {@link GatewayError}.
 */
export interface Templates {
  /** One page; `after` is the former page's `nextCursor`. */
  listPage(call: TemplateListCall & { after?: string }): Promise<TemplatePage>;
  /** All pages, one after the other, each fetched when it is asked for. */
  pages(call: TemplateListCall): AsyncGenerator<TemplatePage, void, undefined>;
  /** All templates, in the order of the pages. */
  list(call: TemplateListCall): AsyncGenerator<WireTemplate, void, undefined>;
  /** One by id. An unknown one and one without permission are the same error: 400, code 100, subcode 33. */
  get(call: TemplateCall & { fields?: readonly string[] }): Promise<WireTemplate>;
  /**
   * Sends the body as it is. At most 100 per hour and account. Not repeated after an unclear failure (`ambiguous`): list by
   * name and language first.
   */
  create(call: AccountCall & { body: TemplateCreateBody }): Promise<CreatedTemplate>;
  /** Replaces the fields of `body`; an approved template takes 1 edit in 24 hours, 10 in 30 days. Never repeated when unclear. */
  edit(call: TemplateCall & { body: TemplateEditBody }): Promise<void>;
  /** Deletes one language, by id and name together. One that is not there any more counts as done: `absent`. */
  delete(call: AccountCall & { name: string; hsmId: string }): Promise<"deleted" | "absent">;
  /** The localised texts of authentication templates. */
  previews(call: PreviewCall): Promise<AuthenticationPreview[]>;
}

export function templatesApi(call: Call): Templates {
  const listPage: Templates["listPage"] = (options) =>
    call(
      proxyRequest(options, {
        method: "GET",
        segments: templatesOf(options),
        query: {
          fields: fieldsQuery(options.fields),
          limit: options.limit ?? 100,
          after: options.after,
          name: options.name,
          language: options.language,
          category: options.category,
          status: options.status,
          summary: options.summary?.join(","),
        },
        management: true,
      }),
      readTemplatePage,
    );

  async function* pages(options: TemplateListCall): AsyncGenerator<TemplatePage, void, undefined> {
    const seen = new Set<string>();
    let after: string | undefined;
    do {
      const page = await listPage({ ...options, ...(after === undefined ? {} : { after }) });
      yield page;
      after = page.nextCursor;
      if (after !== undefined && seen.has(after)) throw endlessList();
      seen.add(after ?? "");
    } while (after !== undefined);
  }

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
          segments: [checkedId("number", options.templateId, "template's id")],
          query: { fields: fieldsQuery(options.fields) },
          management: true,
        }),
        (body) => readTemplate(body),
      ),
    create: (options) =>
      call(
        proxyRequest(options, { method: "POST", segments: templatesOf(options), json: options.body, management: true }),
        readCreatedTemplate,
      ),
    edit: (options) =>
      call(
        proxyRequest(options, {
          method: "POST",
          segments: [checkedId("number", options.templateId, "template's id")],
          json: options.body,
          management: true,
        }),
        readSuccess,
      ),
    async delete(options) {
      const request = proxyRequest(options, {
        method: "DELETE",
        segments: templatesOf(options),
        query: { hsm_id: checkedId("number", options.hsmId, "template's id"), name: options.name },
        idempotent: true,
        management: true,
      });
      try {
        await call(request, readSuccess);
        return "deleted";
      } catch (error) {
        if (isAbsentTemplate(error)) return "absent";
        throw error;
      }
    },
    previews: (options) =>
      call(
        proxyRequest(options, {
          method: "GET",
          segments: [
            checkedId("number", options.wabaId, "WhatsApp Business account's id"),
            "message_template_previews",
          ],
          query: {
            category: "AUTHENTICATION",
            languages: options.languages.join(","),
            add_security_recommendation:
              options.addSecurityRecommendation === undefined ? undefined : String(options.addSecurityRecommendation),
            code_expiration_minutes: options.codeExpirationMinutes,
            button_types: "OTP",
          },
          management: true,
        }),
        readPreviews,
      ),
  };
}

function templatesOf({ wabaId }: AccountCall): string[] {
  return [checkedId("number", wabaId, "WhatsApp Business account's id"), "message_templates"];
}

/** Not the same as the end: a list that is cut short must not pass for a complete one. */
function endlessList(): MycobotError {
  return new MycobotError("MYCO_GATEWAY_RESPONSE", "The list of templates does not end: a page's cursor came twice", {
    hint: "Try again later.",
  });
}

/**
 * WhatsApp's answer to deleting what is not there: 404, or 400 with code 100 and its own text. Never subcode 33,
 * which also means that the permission on the account is missing.
 */
function isAbsentTemplate(error: unknown): boolean {
  if (!isGatewayError(error) || error.whatsapp?.code !== 100 || error.whatsapp.subcode === 33) return false;
  return error.status === 404 || error.whatsapp.subcode === 2593002 || /does not exist|not found/i.test(error.message);
}
