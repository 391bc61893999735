import type { ErrorCode } from "../../errors/index.ts";
import { ACCOUNT_QUOTAS } from "../../model/template/index.ts";

/** What an error means and what to do about it. */
export interface Explanation {
  /** One clause, lower case, no full stop. */
  meaning: string;
  /** Whole sentences, imperative. */
  advice: string;
  /** Our code, if it is a known state of a template. Default: `MYCO_WHATSAPP_ERROR`. */
  ours?: ErrorCode;
}

/**
 * WhatsApp's subcodes (`error.error_subcode`), nearly all of code 100 on the template edges. None is worth a retry.
 * Source: Meta's template pages, recorded answers, and (2388025, 2388050, 2388052, 2388084, 2388185) client libraries;
 * 2388318, 2388330: Meta's pages on Direct Send.
 */
export const WHATSAPP_SUBCODES: Readonly<Record<number, Explanation>> = {
  33: {
    meaning: "the object does not exist, or the connection lacks permission to read it",
    advice:
      "Check the id, and that the connection's account owns the object: WhatsApp gives the same answer in both cases.",
  },
  463: {
    meaning: "the connection's grant has expired",
    advice: "Create a new connection (`mycobot connections create`), open its URL and use its id.",
  },
  2388012: {
    meaning: "the account already has this phone number",
    advice: "Use it: a number is migrated from another account only.",
  },
  2388019: {
    meaning: "the account has reached its template limit (each language counts)",
    advice: `Delete unused templates, or verify the business and its display name, which raises the limit from ${ACCOUNT_QUOTAS.unverifiedTemplates} to ${ACCOUNT_QUOTAS.verifiedTemplates}.`,
  },
  2388023: {
    meaning:
      "a template with this name and language was deleted less than about 30 days ago, and the name is still locked",
    advice: "Use another name: declare a new `version` of the template.",
    ours: "MYCO_TEMPLATE_LOCKED",
  },
  2388024: {
    meaning: "a template with this name and language already exists",
    advice:
      "Use another name, or change the existing one: `mycobot template edit`, or `adopt: always` in a stack file.",
    ours: "MYCO_TEMPLATE_EXISTS",
  },
  2388025: {
    meaning: "the template is being deleted and cannot be changed",
    advice: "Wait for the time given in the message, or use another name.",
    ours: "MYCO_TEMPLATE_LOCKED",
  },
  2388027: {
    meaning: "the account already has a product catalog; one is the maximum",
    advice: "Disconnect the other catalog first.",
  },
  2388039: {
    meaning: "the template cannot be edited now: it is in review, or its daily or monthly edits are used up",
    advice: "Wait for the review; an approved template can be edited once in 24 hours and ten times in 30 days.",
    ours: "MYCO_TEMPLATE_NOT_EDITABLE",
  },
  2388040: { meaning: "a text is too long", advice: "Shorten it; `mycobot template lint` shows the limit." },
  2388042: {
    meaning: "a component has an unexpected field",
    advice: "Remove the field that the message names.",
  },
  2388043: {
    meaning: "a component lacks a required field",
    advice: "Add it; a text with variables requires a sample for each in `example`.",
  },
  2388046: {
    meaning: "the name is not allowed",
    advice: "Use only lower-case letters, digits and underscores.",
  },
  2388047: {
    meaning: "the header's format is invalid",
    advice: "Remove line breaks, emojis and formatting characters; use at most one variable.",
  },
  2388049: {
    meaning: "the language is not supported",
    advice: "Use one of WhatsApp's codes, with an underscore: `en`, `en_US`, `pt_BR`.",
  },
  2388050: { meaning: "a button lacks a field", advice: "Add the field that the message names." },
  2388052: {
    meaning: "the URL of a button is invalid",
    advice: "Begin it with https://, and use at most one variable, at the very end.",
  },
  2388060: {
    meaning: "the text of a button is invalid",
    advice: "Remove variables, line breaks, emojis and formatting characters.",
  },
  2388072: {
    meaning: "the body's format is invalid",
    advice: "Use at most two consecutive line breaks, at most 10 emojis, and words besides the variables.",
  },
  2388073: {
    meaning: "the footer's format is invalid",
    advice: "Remove variables, line breaks, emojis and formatting characters.",
  },
  2388084: {
    meaning: "the type of the sample file is not supported",
    advice: "Use JPEG or PNG for images, MP4 for videos, PDF for documents.",
  },
  2388103: {
    meaning: "the phone number cannot be migrated",
    advice:
      "See the message: both accounts must be approved and belong to one business, the display name must be approved, and the new account needs a webhook and a payment method.",
  },
  2388155: { meaning: "the name is reserved for one of WhatsApp's sample templates", advice: "Use another name." },
  2388185: {
    meaning: "authentication templates require a verified business",
    advice: "Verify the business in Business Manager.",
  },
  2388293: {
    meaning: "too many variables for the number of words",
    advice: "Add words, or remove variables.",
  },
  2388299: {
    meaning: "the text begins or ends with a variable",
    advice: "Put a word before the first variable and after the last one; a full stop does not count.",
  },
  2388318: {
    meaning: "WhatsApp generated this template (Direct Send); it cannot be edited",
    advice: "Leave it unchanged; declare your own content under another name or as a new `version`.",
    ours: "MYCO_TEMPLATE_GENERATED",
  },
  2388330: {
    meaning: "WhatsApp generated this template (Direct Send); it cannot be deleted",
    advice: "Leave it in the account: WhatsApp manages it, and it does not belong to a stack.",
    ours: "MYCO_TEMPLATE_GENERATED",
  },
  2593002: { meaning: "the template does not exist", advice: "Check name and id.", ours: "MYCO_TEMPLATE_UNKNOWN" },
};
