import { isGatewayError } from "../../errors/gateway-error.ts";
import type { Call } from "../../http/call.ts";
import { objectAt, textAt } from "../../http/shape.ts";
import type { AccountCall } from "../../types/call-options.ts";
import { checkedId } from "../ids.ts";
import { pagesOf } from "../paging.ts";
import { proxyRequest, readSuccess } from "../proxy-request.ts";
import { readCreatedTemplate, readPreviews, readTemplate, readTemplatePage } from "./read-template.ts";
import type { Templates } from "./template-calls.ts";
import { fieldsQuery } from "./template-fields.ts";
import { templateLibrary } from "./template-library.ts";

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
          segments: [checkedId("number", options.wabaId, "WhatsApp Business account's id"), "message_samples"],
          json: { messaging_product: "whatsapp", ...options.message },
          idempotent: true,
          management: true,
        }),
        (body) => textAt(objectAt(body, "the answer"), "category", "the answer"),
      ),
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

/** Unix time: what WhatsApp's filters want. */
function unixSeconds(date: Date | undefined): number | undefined {
  return date === undefined ? undefined : Math.floor(date.getTime() / 1000);
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
 * WhatsApp's answer to deleting what is not there: 404, or 400 with code 100 and its own text. Never subcode 33,
 * which also means that the permission on the account is missing.
 */
function isAbsentTemplate(error: unknown): boolean {
  if (!isGatewayError(error) || error.whatsapp?.code !== 100 || error.whatsapp.subcode === 33) return false;
  return error.status === 404 || error.whatsapp.subcode === 2593002 || /does not exist|not found/i.test(error.message);
}
