import { isGenerated, type WireTemplate } from "../../../gateway/index.ts";
import { compareTemplates, type TemplateBody } from "../../../model/template/index.ts";
import { rowOf } from "../../../model/text/index.ts";
import type { TemplateDeclaration } from "../../../stack/types.ts";
import { type EditBudget, editBudget } from "../../account/edit-budget.ts";
import { qualityOf } from "../../account/template-cells.ts";

/** How a template stands: what `status --json` shows of it. */
export interface TemplateStatus {
  name: string;
  language: string;
  /** Pulumi's logical name; absent for one that the stack does not declare. */
  declared?: string;
  /** WhatsApp's; NOT_CREATED for a declared one that the account does not have. */
  status: string;
  declaredCategory?: string;
  approvedCategory?: string;
  /** Announced by WhatsApp for a later date. */
  comingCategory?: string;
  quality?: string;
  rejectedReason?: string;
  /** Whether the account has what the stack declares; samples and media do not count. */
  content?: "as declared" | "differs";
  lastUpdated?: string;
  edits?: EditBudget;
  /** Why somebody should look at it. */
  attention: string[];
}

const FINE: readonly string[] = ["APPROVED", "PENDING"];
const GENERATED = "WhatsApp generated the one of this name (Direct Send), which takes no edit: declare another name";
const WORDS: Readonly<Record<string, string>> = { NOT_CREATED: "not created: pulumi up creates it" };

function attentionOf(status: Omit<TemplateStatus, "attention">): string[] {
  const { rejectedReason, quality, content, comingCategory } = status;
  const reason = rejectedReason === undefined ? "" : `: ${rejectedReason}`;
  return [
    ...(FINE.includes(status.status) ? [] : [`${rowOf(WORDS, status.status) ?? status.status}${reason}`]),
    ...(quality === "RED" ? ["quality RED: it is paused if that goes on"] : []),
    ...(content === "differs" ? ["the account has another content than the stack"] : []),
    ...(comingCategory === undefined
      ? []
      : [`becomes ${comingCategory}: a review can be asked for in WhatsApp Manager`]),
  ];
}

function contentOf(wanted: TemplateBody, observed: WireTemplate): "as declared" | "differs" {
  // What the gateway has read is of the shape of a template; comparing looks at nothing that is not checked.
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
  const status = observed?.status ?? "NOT_CREATED";
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
