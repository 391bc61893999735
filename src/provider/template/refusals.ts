import { MycobotError } from "../../errors/index.ts";
import { type GatewayError, isGenerated, momentAfter, type WireTemplate } from "../../gateway/index.ts";
import { ACCOUNT_QUOTAS, nextVersion } from "../../model/template/index.ts";
import { MAX_MONTHLY_EDITS, nextEditAt, shownTime } from "../../model/template/life-cycle/edit-budget.ts";
import { rowOf } from "../../model/text/index.ts";
import type { TemplateInputs } from "./state.ts";

/** WhatsApp's subcodes about the template's current state, not its content. */
const ALREADY_EXISTS = 2388024;
const BEING_DELETED = [2388023, 2388025];
const NOT_EDITABLE = 2388039;
/** The subcode for an account that has as many templates as it may have. */
const ACCOUNT_FULL = 2388019;

export function isBeingDeleted({ whatsapp }: GatewayError): boolean {
  return whatsapp?.subcode !== undefined && BEING_DELETED.includes(whatsapp.subcode);
}

export function isAlreadyThere(error: GatewayError): boolean {
  return error.whatsapp?.subcode === ALREADY_EXISTS;
}

interface Obstacle {
  reason: string;
  hint: string;
}

function newVersion(name: string): string {
  return `a new version (version: ${nextVersion(name)})`;
}

/** Statuses in which a template cannot be edited: why, and what to do about the template `name`. */
const UNEDITABLE: Readonly<Record<string, (name: string) => Obstacle>> = {
  PENDING: () => ({
    reason: "a template in review cannot be edited",
    hint: "Run 'mycobot wait', then 'pulumi up' again: a review takes minutes, at most 24 hours.",
  }),
  IN_APPEAL: (name) => ({
    reason: "it cannot be edited until its appeal is decided",
    hint: `Wait for the decision, or declare ${newVersion(name)}.`,
  }),
  PENDING_DELETION: (name) => ({
    reason: "it is being deleted; its name and language stay locked for about 30 days",
    hint: `Declare ${newVersion(name)}, or use another name.`,
  }),
  DISABLED: (name) => ({
    reason: "WhatsApp has disabled it permanently: it can be neither edited nor deleted",
    hint: `Declare ${newVersion(name)}, or use another name.`,
  }),
  ARCHIVED: () => ({
    reason: "an archived template cannot be edited",
    hint: "Unarchive it in WhatsApp Manager first.",
  }),
};

/** Why a template cannot be edited in its status, and what to do; undefined if it can. */
export function obstacleOf(status: string, name: string): Obstacle | undefined {
  return rowOf(UNEDITABLE, status)?.(name);
}

/** @throws MYCO_TEMPLATE_NOT_EDITABLE if the live status forbids an edit */
export function assertEditable(status: string, { name, language }: TemplateInputs): void {
  const obstacle = obstacleOf(status, name);
  if (obstacle === undefined) return;
  throw new MycobotError("MYCO_TEMPLATE_NOT_EDITABLE", `${name}/${language} is ${status}: ${obstacle.reason}`, {
    hint: obstacle.hint,
  });
}

function lockedHint({ name, language }: TemplateInputs): string {
  return `WhatsApp locks the name ${name} in ${language} for about 30 days after a deletion. Declare ${newVersion(name)}, or use another name.`;
}

/** @throws MYCO_TEMPLATE_GENERATED for a template that WhatsApp generated (Direct Send): it can be neither edited, deleted nor adopted */
export function assertNotGenerated(template: WireTemplate): void {
  if (!isGenerated(template)) return;
  throw new MycobotError(
    "MYCO_TEMPLATE_GENERATED",
    `WhatsApp generated this template (id ${template.id}, source AUTO_GENERATED), so it cannot be managed`,
    {
      hint: "Use another name, declare a version (version: 2), or remove it from the stack file and keep using Direct Send.",
    },
  );
}

/** @throws MYCO_TEMPLATE_LOCKED for a template that is being deleted: it cannot be adopted */
export function assertNotBeingDeleted({ id, status }: WireTemplate, inputs: TemplateInputs): void {
  if (status !== "PENDING_DELETION") return;
  throw new MycobotError("MYCO_TEMPLATE_LOCKED", `the template exists in the account (id ${id}) and is being deleted`, {
    hint: lockedHint(inputs),
  });
}

/**
 * A refused create, if WhatsApp refuses all further ones too: the creates of an hour or the calls of an hour are used up, or the
 * account is full. `templates`: how many it has.
 */
export function explainQuota(error: GatewayError, templates: number, now: Date): MycobotError | undefined {
  if (error.code === "MYCO_QUOTA_EXHAUSTED") {
    const { createsPerHour, callsPerHour, callsPerHourWithoutNumber } = ACCOUNT_QUOTAS;
    return new MycobotError(error.code, error.message, {
      hint: `WhatsApp accepts ${createsPerHour} template creates per hour and account, and ${callsPerHour} calls (${callsPerHourWithoutNumber} without a registered phone number). This run sends no further calls to the account, because each one prolongs the block; what it has created is in the state. Run 'pulumi up' again after ${momentAfter(error.retryAfterMs ?? 0, now)}: it creates the rest.`,
      cause: error,
    });
  }
  if (error.whatsapp?.subcode !== ACCOUNT_FULL) return undefined;
  const { unverifiedTemplates, verifiedTemplates } = ACCOUNT_QUOTAS;
  return new MycobotError(error.code, error.message, {
    hint: `The account has ${templates} templates, counting every language: WhatsApp allows ${unverifiedTemplates} for an unverified business, and ${verifiedTemplates} for a verified one with an approved display name. This run creates no further ones. Verify the business, or remove templates in a run of their own (deletes wait until everything else has succeeded), then run 'pulumi up' again.`,
    cause: error,
  });
}

/** What is known about a template whose edit WhatsApp has refused. */
interface EditedTemplate {
  status: string | undefined;
  /** Our own edits. */
  edits: readonly string[];
  now: Date;
}

/** The refusal, with the date when it ends and what to do. An error about the content is returned unchanged. `edited`: for an edit. */
export function explainRefusal(error: GatewayError, inputs: TemplateInputs, edited?: EditedTemplate): MycobotError {
  if (isBeingDeleted(error)) {
    return new MycobotError("MYCO_TEMPLATE_LOCKED", error.message, {
      hint: lockedHint(inputs),
      cause: error,
    });
  }
  if (error.whatsapp?.subcode === NOT_EDITABLE && edited !== undefined) {
    const hint = uneditableHint(inputs.name, edited);
    return new MycobotError("MYCO_TEMPLATE_NOT_EDITABLE", error.message, { hint, cause: error });
  }
  return error;
}

function uneditableHint(name: string, { status = "UNKNOWN", edits, now }: EditedTemplate): string {
  if (status !== "APPROVED") {
    return `The account showed it as ${status}, and WhatsApp does not accept an edit now. Run 'pulumi up --refresh' later, or declare ${newVersion(name)}.`;
  }
  const next = nextEditAt(edits, now);
  const when = next === undefined ? "" : `, next edit possible at ${shownTime(next)}`;
  return `An approved template can be edited once in 24 hours and ${MAX_MONTHLY_EDITS} times in 30 days${when}. Wait, or declare ${newVersion(name)}.`;
}

/** A refused delete, explained by the template's live status. `urn`: of the resource, if known. */
export function explainKept(error: GatewayError, status: string | undefined, urn: string | undefined): MycobotError {
  if (status !== "DISABLED" && status !== "ARCHIVED") return error;
  // Quoted: a URN contains a dollar sign.
  const command =
    urn === undefined
      ? "`pulumi state delete URN`, where `pulumi stack --show-urns` shows the URN"
      : `\`pulumi state delete '${urn}'\``;
  return new MycobotError(
    "MYCO_TEMPLATE_NOT_EDITABLE",
    `WhatsApp does not delete a template that is ${status}. ${error.message}`,
    {
      hint: `Keep it in the account: remove it from the state with ${command}. Or restore it in the stack file with onRemove: retain, run 'pulumi up', then remove it.`,
      cause: error,
    },
  );
}
