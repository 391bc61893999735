import { isGenerated } from "../../../gateway/api/templates/wire-template.ts";
import type { WireTemplate } from "../../../gateway/index.ts";
import { compareTemplates, type TemplateBody } from "../../../model/template/index.ts";
import type { TemplateDeclaration } from "../../../stack/types.ts";
import { NOT_CREATED, qualityOf } from "../../account/statuses.ts";

/** The status of a template, as shown by `status --json`. */
export interface TemplateStatus {
  name: string;
  language: string;
  /** Pulumi's logical name; absent for a template that the stack does not declare. */
  declared?: string;
  /** WhatsApp's status, or NOT_CREATED. */
  status: string;
  declaredCategory?: string;
  approvedCategory?: string;
  /** Announced by WhatsApp for a later date. */
  comingCategory?: string;
  quality?: string;
  rejectedReason?: string;
  /** Whether the content equals the declaration; samples and media are not compared. */
  content?: "as declared" | "differs";
  lastUpdated?: string;
  edits?: EditBudget;
  /** Why it needs attention. */
  attention: string[];
}

/** Statuses that need no attention. */
const FINE: readonly string[] = ["APPROVED", "PENDING"];
const GENERATED =
  "WhatsApp generated a template of this name (Direct Send), which cannot be edited: declare another name";

function attentionOf(status: Omit<TemplateStatus, "attention">): string[] {
  const { rejectedReason, quality, content, comingCategory } = status;
  const reason = rejectedReason === undefined ? "" : `: ${rejectedReason}`;
  const text = status.status === NOT_CREATED ? "not created: run pulumi up" : status.status;
  return [
    ...(FINE.includes(status.status) ? [] : [`${text}${reason}`]),
    ...(quality === "RED" ? ["quality RED: WhatsApp pauses the template if it stays low"] : []),
    ...(content === "differs" ? ["the content differs from the stack"] : []),
    ...(comingCategory === undefined
      ? []
      : [`category changes to ${comingCategory}: you can request a review in WhatsApp Manager`]),
  ];
}

function contentOf(wanted: TemplateBody, observed: WireTemplate): "as declared" | "differs" {
  // The gateway has checked the outline of the template; the comparison accepts any fields.
  const body = observed as unknown as TemplateBody;
  return compareTemplates(wanted, body).equal ? "as declared" : "differs";
}

function known<Value>(value: Value | undefined, without?: Value): value is Value {
  return value !== undefined && value !== without;
}

/** @param now milliseconds since the epoch */
export function templateStatus(
  declared: TemplateDeclaration | undefined,
  observed: WireTemplate | undefined,
  now: number,
): TemplateStatus {
  const { name = "", language = "" } = observed ?? declared?.body ?? {};
  const status = observed?.status ?? NOT_CREATED;
  const { category, correct_category, rejected_reason, last_updated_time } = observed ?? {};
  const quality = observed === undefined ? "" : qualityOf(observed);
  const found: Omit<TemplateStatus, "attention"> = {
    name,
    language,
    ...(declared === undefined ? {} : { declared: declared.logicalName, declaredCategory: declared.body.category }),
    status,
    ...(known(category, "UNKNOWN") ? { approvedCategory: category } : {}),
    ...(known(correct_category, category) && correct_category !== "" ? { comingCategory: correct_category } : {}),
    ...(quality === "" ? {} : { quality }),
    ...(known(rejected_reason, "NONE") ? { rejectedReason: rejected_reason } : {}),
    ...(declared === undefined || observed === undefined ? {} : { content: contentOf(declared.body, observed) }),
    ...(known(last_updated_time) ? { lastUpdated: last_updated_time } : {}),
    ...(observed === undefined ? {} : { edits: editBudget(status, last_updated_time, now) }),
  };
  const generated = declared !== undefined && observed !== undefined && isGenerated(observed) ? [GENERATED] : [];
  return { ...found, attention: [...generated, ...attentionOf(found)] };
}

const DAY_MS = 24 * 60 * 60_000;

/** Whether WhatsApp accepts an edit now, as far as a read of the account shows. */
export interface EditBudget {
  /** `perhaps`: the template changed less than 24 hours ago, by an edit or by other means. */
  now: "yes" | "no" | "perhaps";
  /** With `perhaps`: the latest time of the next possible edit, ISO 8601. */
  from?: string;
  /** Why. */
  because: string;
}

/** Statuses without a limit on edits. */
const UNLIMITED: readonly string[] = ["REJECTED", "PAUSED"];

/** Graph writes `+0000` instead of `+00:00`; some fields are seconds since the epoch. */
function timeOf(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  return /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
}

/**
 * The edit budget, derived from status and `last_updated_time`. WhatsApp accepts 1 edit of an APPROVED template in 24 hours
 * and 10 in 30 days; a read does not show how many of the 10 are left. Source: Meta, template management.
 */
export function editBudget(status: string, lastUpdated: string | undefined, now: number): EditBudget {
  if (UNLIMITED.includes(status))
    return { now: "yes", because: `${status} templates can be edited any number of times` };
  if (status !== "APPROVED") return { now: "no", because: `${status} templates cannot be edited` };
  const end = timeOf(lastUpdated) + DAY_MS;
  if (Number.isNaN(end)) return { now: "perhaps", because: "WhatsApp returned no time of the last change" };
  if (end <= now) return { now: "yes", because: "last changed more than 24 hours ago" };
  const because = "changed within 24 hours, by an edit or by review";
  return { now: "perhaps", from: new Date(end).toISOString(), because };
}
