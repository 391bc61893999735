import type { Call } from "../../http/call.ts";
import { isJsonObject, listAt, objectAt } from "../../http/json.ts";
import { TRANSFER_DEADLINES } from "../../options/defaults.ts";
import { checkedId } from "../ids.ts";
import { type AccountCall, proxyRequest } from "../proxy-request.ts";

/** `wabaId` is the destination. */
export interface MigrationCall extends AccountCall {
  /** The account to copy from: of the same Meta business. */
  sourceWabaId: string;
  /** Which set of templates of the source, from 0; default 0. */
  pageNumber?: number;
  /** Templates per set: up to 500 (default). Fewer, if the call exceeds WhatsApp's limit of 30 seconds. */
  count?: number;
  /** Only these templates of the source: up to 500. */
  templateIds?: readonly string[];
}

export interface MigratedTemplates {
  /** Ids of the templates that were copied. */
  migrated: string[];
  /** WhatsApp's reason by id of the template. */
  failed: Record<string, string>;
}

/**
 * Copies templates from one account to another. Only APPROVED templates of quality GREEN or UNKNOWN can be copied.
 * Not retried after an unclear failure (`ambiguous`): list the destination first. Source: Meta, template migration.
 */
export type TemplateMigration = (call: MigrationCall) => Promise<MigratedTemplates>;

export function templateMigration(call: Call): TemplateMigration {
  return (options) => {
    const { pageNumber, count, templateIds } = options;
    const request = proxyRequest(options, {
      method: "POST",
      segments: [checkedId("account", options.wabaId), "migrate_message_templates"],
      json: {
        source_waba_id: checkedId("account", options.sourceWabaId),
        ...(pageNumber === undefined ? {} : { page_number: pageNumber }),
        ...(count === undefined ? {} : { count }),
        ...(templateIds === undefined ? {} : { template_ids: templateIds.map((id) => checkedId("template", id)) }),
      },
      management: true,
      deadlines: TRANSFER_DEADLINES,
    });
    return call(request, readMigrated);
  };
}

function readMigrated(body: unknown): MigratedTemplates {
  const { failed_templates: failed } = objectAt(body, "the answer");
  // PHP writes an empty map as a list.
  const reasons = isJsonObject(failed) ? Object.entries(failed) : [];
  return {
    migrated: listAt(body, "migrated_templates").map(String),
    failed: Object.fromEntries(reasons.map(([id, reason]) => [id, String(reason)])),
  };
}
