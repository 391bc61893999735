import type { AccountCall, ProxyCall } from "../../types/call-options.ts";
import type {
  AuthenticationPreview,
  CreatedTemplate,
  TemplateCreateBody,
  TemplateEditBody,
  TemplatePage,
  WireTemplate,
} from "../../types/template.ts";
import type { TemplateLibrary } from "./template-library.ts";

/** Calls on one template. */
export interface TemplateCall extends ProxyCall {
  /** Id of the template: digits. */
  templateId: string;
}

export interface TemplateListCall extends AccountCall {
  /** Beyond id, name, language, status and category. Default: all that comparing and reporting needs (`template-fields.ts`). */
  fields?: readonly string[];
  /** Templates per page. Default 100. No documented maximum. */
  limit?: number;
  /** Whether `name` is compared whole or in part is not documented: compare again. */
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
  /** `AUTO_GENERATED`: only those that WhatsApp made itself. */
  source?: string;
  /** Only templates that changed from here on. */
  since?: Date;
  /** Only templates that changed until then. */
  until?: Date;
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
  /** All templates, in the order of the pages, without those that cannot be read: `pages` names them. */
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
  /**
   * Deletes every language of a name; the name cannot be used again for about 30 days. `delete` is for one language.
   */
  deleteAllLanguages(call: AccountCall & { name: string }): Promise<"deleted" | "absent">;
  /** WhatsApp's library of ready-made templates, page by page, each fetched when it is asked for. */
  library: TemplateLibrary;
  /**
   * WhatsApp's own category of a message (a body of the send call, without a recipient): MARKETING, UTILITY, AUTHENTICATION.
   * Creates nothing, sends nothing. Documented for accounts with Direct Send; code 100 and others where it is not available.
   */
  sampleCategory(call: AccountCall & { message: Readonly<Record<string, unknown>> }): Promise<string>;
  /** The localised texts of authentication templates. */
  previews(call: PreviewCall): Promise<AuthenticationPreview[]>;
}
