import { rowOf } from "../../text/index.ts";

export interface TemplateStatusMeaning {
  /** How many edits WhatsApp accepts: within the budget of an approved template, without a limit, or none. */
  edits: "budget" | "unlimited" | "none";
  /** Why it needs attention; absent for a status that needs none. */
  meaning?: string;
  /** What to do about it. */
  advice?: string;
}

const NEW_VERSION = "Declare a new version, or use another name.";

/** The statuses of a template in the account. Source: Meta, template status, template pausing, template archival. */
const TEMPLATE_STATUSES: Readonly<Record<string, TemplateStatusMeaning>> = {
  APPROVED: { edits: "budget" },
  PENDING: { edits: "none" },
  // The reason of the rejection says what to do.
  REJECTED: { edits: "unlimited" },
  PAUSED: {
    edits: "unlimited",
    meaning:
      "it cannot be sent, because of low quality: for 3 hours the first time, 6 hours the second; the third time it is disabled",
    advice: "Send it to fewer people and revise its content: edits are not limited while it is paused.",
  },
  FLAGGED: {
    edits: "budget",
    meaning: "its quality is low, and WhatsApp pauses or disables it if it stays low for 7 days",
    advice: "Send it to fewer people, and revise its content.",
  },
  DISABLED: {
    edits: "none",
    meaning: "WhatsApp has disabled it permanently: it can be neither sent, edited nor deleted",
    advice: NEW_VERSION,
  },
  IN_APPEAL: {
    edits: "none",
    meaning: "it can be neither sent nor edited until the appeal is decided",
    advice: "Wait for the decision, or declare a new version.",
  },
  PENDING_DELETION: {
    edits: "none",
    meaning: "it is being deleted; its name and language stay locked for about 30 days",
    advice: NEW_VERSION,
  },
  DELETED: { edits: "none", meaning: "it is deleted" },
  LIMIT_EXCEEDED: {
    edits: "none",
    meaning: "the account has more templates than WhatsApp allows",
    advice: "Delete templates that are not used, or verify the business to raise the limit.",
  },
  ARCHIVED: {
    edits: "none",
    meaning: "it was not used for 12 months and cannot be sent; WhatsApp deletes it 28 days after archiving",
    advice: "Unarchive it in WhatsApp Manager.",
  },
};

/** The meaning of a status; undefined for one that the table does not have. */
export function meaningOfStatus(status: string): TemplateStatusMeaning | undefined {
  return rowOf(TEMPLATE_STATUSES, status);
}
