import { MycobotError } from "../../errors/index.ts";
import { type GatewayError, isGenerated, type WireTemplate } from "../../gateway/index.ts";
import { rowOf } from "../../model/text/index.ts";

import { nextEditAt } from "./edits.ts";
import type { TemplateInputs } from "./state.ts";

/** WhatsApp's subcodes that say what is possible right now, rather than what is wrong with the content. */
const ALREADY_THERE = 2388024;
const BEING_DELETED = [2388023, 2388025];
const NOT_EDITABLE = 2388039;

export function isBeingDeleted({ whatsapp }: GatewayError): boolean {
  return whatsapp?.subcode !== undefined && BEING_DELETED.includes(whatsapp.subcode);
}

export function isAlreadyThere(error: GatewayError): boolean {
  return error.whatsapp?.subcode === ALREADY_THERE;
}

/** What a status forbids, why, and what to do. Statuses that are not listed can be edited. */
const UNEDITABLE: Readonly<Record<string, { reason: string; hint: string }>> = {
  PENDING: {
    reason: "WhatsApp is reviewing it, and a template in review cannot be edited",
    hint: "Run 'mycobot wait' and then 'pulumi up' again: reviews take minutes, at most 24 hours.",
  },
  IN_APPEAL: {
    reason: "an appeal is being decided, and until then it cannot be edited",
    hint: "Wait for the decision, or declare a new version.",
  },
  PENDING_DELETION: {
    reason: "it is being deleted, and its name and language stay locked for about 30 days",
    hint: "Declare a new version (version: 2), or use another name.",
  },
  DISABLED: {
    reason: "WhatsApp has disabled it for good: it can be neither edited nor deleted",
    hint: "Declare a new version (version: 2), or use another name.",
  },
  ARCHIVED: {
    reason: "it is archived, and an archived template cannot be edited",
    hint: "Unarchive it in WhatsApp Manager first.",
  },
};

/** Fails when the template cannot be edited now, going by its live status. */
export function assertEditable(status: string, templateName: string): void {
  const obstacle = rowOf(UNEDITABLE, status);
  if (obstacle === undefined) return;
  throw new MycobotError("MYCO_TEMPLATE_NOT_EDITABLE", `${templateName} is ${status}: ${obstacle.reason}`, {
    hint: obstacle.hint,
  });
}

function lockedHint({ name, language }: TemplateInputs): string {
  return `After a deletion WhatsApp locks the name ${name} in ${language} for about 30 days. Declare a new version (version: 2) or another name.`;
}

/** Fails for a template that WhatsApp has generated (Direct Send): it is neither edited, deleted nor taken over. */
export function assertNotGenerated(template: WireTemplate): void {
  if (!isGenerated(template)) return;
  throw new MycobotError(
    "MYCO_TEMPLATE_GENERATED",
    `WhatsApp generated this template itself (id ${template.id}, source AUTO_GENERATED): it cannot be managed`,
    {
      hint: "Use another name, or declare a version (version: 2). Or take it out of the file and leave it to Direct Send.",
    },
  );
}

/** Fails when the account still lists a template that is on its way out: there is nothing to take over. */
export function assertNotBeingDeleted({ id, status }: WireTemplate, inputs: TemplateInputs): void {
  if (status !== "PENDING_DELETION") return;
  throw new MycobotError("MYCO_TEMPLATE_LOCKED", `the account has it already (id ${id}), and it is being deleted`, {
    hint: lockedHint(inputs),
  });
}

/** The same refusal with the date when it passes and what to do; an error of the content stays as it is. */
export function explainRefusal(
  error: GatewayError,
  inputs: TemplateInputs,
  edits: readonly string[],
  now = new Date(),
): MycobotError {
  const subcode = error.whatsapp?.subcode;
  if (isBeingDeleted(error)) {
    return new MycobotError("MYCO_TEMPLATE_LOCKED", error.message, {
      hint: lockedHint(inputs),
      cause: error,
    });
  }
  if (subcode === NOT_EDITABLE) {
    const next = nextEditAt(edits, now);
    const when = next === undefined ? "" : `, next edit possible at ${next.toISOString()}`;
    return new MycobotError("MYCO_TEMPLATE_NOT_EDITABLE", error.message, {
      hint: `An approved template can be edited once in 24 hours and 10 times in 30 days${when}. Wait, or declare a new version (version: 2).`,
      cause: error,
    });
  }
  return error;
}

/** A refused delete, with what the template's live status says about it. */
export function explainKept(error: GatewayError, status: string | undefined): MycobotError {
  if (status !== "DISABLED" && status !== "ARCHIVED") return error;
  return new MycobotError(
    "MYCO_TEMPLATE_NOT_EDITABLE",
    `it is ${status}, and WhatsApp does not delete it. ${error.message}`,
    {
      hint: "Leave it in the account: take it out of the state with 'pulumi state delete URN', or set onRemove: retain and run 'pulumi up' before it is removed.",
      cause: error,
    },
  );
}
