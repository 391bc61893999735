import { isGenerated } from "../../../gateway/api/templates/wire-template.ts";
import type { WireTemplate } from "../../../gateway/index.ts";
import { placeOfChange } from "../../../model/template/compare/place.ts";
import {
  canonicalTemplate,
  compareTemplates,
  type TemplateBody,
  type TemplateChange,
} from "../../../model/template/index.ts";
import { type EditBudget, editBudget } from "../../../model/template/life-cycle/edit-budget.ts";
import { explainRejection } from "../../../model/template/life-cycle/rejection-reasons.ts";
import { meaningOfStatus } from "../../../model/template/life-cycle/statuses.ts";
import type { TemplateDeclaration } from "../../../stack/types.ts";
import { NOT_CREATED, qualityOf } from "../../account/statuses.ts";
import { sentences } from "../../output/phrases.ts";
import type { RecordedTemplate } from "../../pulumi/recorded.ts";

/** The status of a template, as shown by `status --json`. */
export interface TemplateStatus {
  name: string;
  language: string;
  /** Pulumi's logical name; absent for a template that the stack does not declare. */
  declared?: string;
  /** WhatsApp's status, or NOT_CREATED. */
  status: string;
  /** The account does not have it, and Pulumi's state does. */
  vanished?: true;
  declaredCategory?: string;
  approvedCategory?: string;
  /** The category before WhatsApp changed it. */
  previousCategory?: string;
  /** Announced by WhatsApp for a later date. */
  comingCategory?: string;
  quality?: string;
  rejectedReason?: string;
  /** Whether the content equals the declaration; samples and media are not compared. */
  content?: "as declared" | "differs";
  /** What differs. */
  changes?: ContentChange[];
  lastUpdated?: string;
  /** Since when it is PENDING, as far as known: ISO 8601. */
  pendingSince?: string;
  edits?: EditBudget;
  /** Why it needs attention, and what to do. */
  attention: string[];
}

/** A difference between the stack and the account. */
interface ContentChange extends TemplateChange {
  /** `body text`, `button 2 url` */
  place: string;
}

/** What is known about one template. */
export interface TemplateSources {
  /** In the stack file. */
  declared?: TemplateDeclaration | undefined;
  /** In the account. */
  observed?: WireTemplate | undefined;
  /** In Pulumi's state. */
  recorded?: RecordedTemplate | undefined;
  /** Milliseconds since the epoch. */
  now: number;
}

export function templateStatus(sources: TemplateSources): TemplateStatus {
  const { declared, observed, recorded, now } = sources;
  const { name = "", language = "" } = observed ?? declared?.body ?? {};
  const status = observed?.status ?? NOT_CREATED;
  const { category, correct_category, previous_category, rejected_reason, last_updated_time } = observed ?? {};
  const quality = observed === undefined ? "" : qualityOf(observed);
  const changed = timeOf(last_updated_time);
  const since = status === "PENDING" ? (changed ?? recorded?.pendingSince) : undefined;
  const found: Omit<TemplateStatus, "attention"> = {
    name,
    language,
    ...(declared === undefined ? {} : { declared: declared.logicalName, declaredCategory: declared.body.category }),
    status,
    ...(observed === undefined && recorded !== undefined ? { vanished: true as const } : {}),
    ...(known(category, "UNKNOWN") ? { approvedCategory: category } : {}),
    ...(known(previous_category, category) ? { previousCategory: previous_category } : {}),
    ...(known(correct_category, category) ? { comingCategory: correct_category } : {}),
    ...(quality === "" ? {} : { quality }),
    ...(known(rejected_reason, "NONE") ? { rejectedReason: rejected_reason } : {}),
    ...(declared === undefined || observed === undefined ? {} : contentOf(declared.body, observed)),
    ...(known(last_updated_time) ? { lastUpdated: last_updated_time } : {}),
    ...(since === undefined ? {} : { pendingSince: new Date(since).toISOString() }),
    ...(observed === undefined ? {} : { edits: editBudget({ status, changed, recorded }, now) }),
  };
  const concerns = [
    generatedConcern(sources),
    statusConcern(found, sources),
    pendingConcern(since, now),
    qualityConcern(found),
    contentConcern(found, sources),
    ...categoryConcerns(found),
  ];
  return { ...found, attention: concerns.filter((each) => each !== undefined) };
}

function known(value: string | undefined, without?: string): value is string {
  return value !== undefined && value !== "" && value !== without;
}

/** Graph writes `+0000` instead of `+00:00`; some fields are seconds since the epoch. */
function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(time) ? undefined : time;
}

function contentOf(wanted: TemplateBody, observed: WireTemplate): Pick<TemplateStatus, "content" | "changes"> {
  // The gateway has checked the outline of the template; the comparison accepts any fields.
  const { equal, changes } = compareTemplates(wanted, observed as unknown as TemplateBody);
  if (equal) return { content: "as declared" };
  const canonical = canonicalTemplate(wanted);
  return {
    content: "differs",
    changes: changes.map((change) => ({ place: placeOfChange(change, canonical), ...change })),
  };
}

type Found = Omit<TemplateStatus, "attention">;
type Concern = string | undefined;

function generatedConcern({ declared, observed }: TemplateSources): Concern {
  if (declared === undefined || observed === undefined || !isGenerated(observed)) return undefined;
  return "WhatsApp generated a template of this name (Direct Send), which cannot be edited: declare another name";
}

function statusConcern({ status, vanished, rejectedReason }: Found, { recorded }: TemplateSources): Concern {
  if (vanished === true) {
    return "vanished: it is in Pulumi's state but not in the account. `pulumi up --refresh` creates it again; a name that was deleted is locked for about 30 days.";
  }
  if (status === NOT_CREATED) return "not created yet: run `pulumi up`";
  if (status === "REJECTED") {
    const reason = explainRejection(rejectedReason);
    return sentences(`REJECTED: ${reason.text}`, reason.advice);
  }
  const { meaning, advice = "" } = meaningOfStatus(status) ?? { meaning: "" };
  if (meaning === undefined) return undefined;
  const urn = status === "DISABLED" ? recorded?.urn : undefined;
  // Quoted: a URN contains a dollar sign.
  const release = urn === undefined ? "" : `To let go of the old one: \`pulumi state delete '${urn}'\``;
  return meaning === "" ? status : sentences(`${status}: ${meaning}`, advice, release);
}

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;

function pendingConcern(since: number | undefined, now: number): Concern {
  if (since === undefined || now - since <= DAY_MS) return undefined;
  const hours = Math.floor((now - since) / HOUR_MS);
  const age = hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
  return `PENDING for ${age}: a review takes at most 24 hours. Ask Meta's business support, or declare a new version.`;
}

/** Low quality is also the cause of these statuses. */
const LOW_QUALITY: readonly string[] = ["FLAGGED", "PAUSED", "DISABLED"];

function qualityConcern({ quality, status }: Found): Concern {
  if (quality !== "RED" || LOW_QUALITY.includes(status)) return undefined;
  return "quality RED: WhatsApp pauses the template if it stays low. Send it to fewer people, and revise its content.";
}

/** A difference comes from the stack file if Pulumi's state does not have it either, else from the account. */
function contentConcern({ changes }: Found, { declared, recorded }: TemplateSources): Concern {
  if (changes === undefined || declared === undefined) return undefined;
  const places = [...new Set(changes.map(({ place }) => place))].join(", ");
  const isEdited = recorded !== undefined && compareTemplates(declared.body, recorded.body).equal;
  if (isEdited) {
    return `the content was changed outside Pulumi (${places}): \`pulumi up --refresh\` restores it; --diff shows what differs`;
  }
  const command = recorded === undefined ? "`pulumi up --refresh`" : "`pulumi up`";
  return `the content differs from the stack (${places}): ${command} applies the stack's; --diff shows what differs`;
}

function categoryConcerns({ declaredCategory, approvedCategory, comingCategory }: Found): Concern[] {
  const isFlip = declaredCategory !== undefined && approvedCategory !== declaredCategory.toUpperCase();
  return [
    isFlip && approvedCategory === MARKETING
      ? `WhatsApp chose MARKETING, the stack declares ${declaredCategory}: marketing prices and consent rules apply. Request a review in WhatsApp Manager within 60 days, or declare category: MARKETING.`
      : undefined,
    comingCategory === undefined
      ? undefined
      : sentences(
          `WhatsApp will change the category to ${comingCategory}${comingCategory === MARKETING ? ", with its prices and consent rules" : ""}`,
          "Request a review in WhatsApp Manager.",
        ),
  ];
}

/** The category whose messages cost more and require the recipient's consent. */
export const MARKETING = "MARKETING";
