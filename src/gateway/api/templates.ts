import { MycobotError } from "../../errors/index.ts";
import { isGatewayError } from "../errors/gateway-error.ts";
import type { Call } from "../http/call.ts";
import type { TemplatePage } from "../types/template.ts";
import { checkedId } from "./ids.ts";
import { proxyRequest, readSuccess } from "./proxy-request.ts";
import { readCreatedTemplate, readPreviews, readTemplate, readTemplatePage } from "./read-template.ts";
import type { AccountCall, TemplateListCall, Templates } from "./template-calls.ts";
import { fieldsQuery } from "./template-fields.ts";

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
