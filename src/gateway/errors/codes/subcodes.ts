import type { KnownError } from "./known-error.ts";

type Subcode = Omit<KnownError, "retry" | "waitMs">;

/**
 * Subcodes (`error.error_subcode`), nearly all of code 100 on the template edges. None of them is worth a retry.
 * Source: Meta's template pages, recorded answers, and (2388025, 2388050, 2388052, 2388084, 2388185) client libraries;
 * 2388318, 2388330: Meta's pages on Direct Send.
 */
export const SUBCODES: Readonly<Record<number, Subcode>> = {
  33: {
    meaning: "the object does not exist, or the connection has no permission to see it",
    advice: "Check the id, and that the connection's account owns it: WhatsApp answers the same for both.",
  },
  463: {
    meaning: "the connection's grant has expired",
    advice: "Make a new connection (`mycobot connections create`), open its URL and use its id.",
  },
  2388019: {
    meaning: "the account has as many templates as it may have (each language counts)",
    advice: "Delete unused templates, or verify the business: 250 become 6000.",
  },
  2388023: {
    meaning: "the same name and language was deleted less than about 30 days ago and is still locked",
    advice: "Use another name: declare a new `version` of the template.",
  },
  2388024: {
    meaning: "a template with this name and language exists already",
    advice: "Adopt it, or use another name.",
  },
  2388025: {
    meaning: "the template is being deleted and cannot be changed",
    advice: "Wait as long as the message says, or use another name.",
  },
  2388027: {
    meaning: "the account may have one product catalogue at most",
    advice: "Disconnect the other catalogue first.",
  },
  2388039: {
    meaning: "the template cannot be edited now: it is in review, or its edits of the day or month are used up",
    advice: "Wait for the review; an approved template takes one edit in 24 hours and ten in 30 days.",
  },
  2388040: { meaning: "a text is longer than allowed", advice: "Shorten it; `mycobot template lint` names the limit." },
  2388042: {
    meaning: "a component has a field that it must not have",
    advice: "Take out the field that the message names.",
  },
  2388043: {
    meaning: "a component lacks a field that it must have",
    advice: "Add it; with variables, `example` has to give a sample for each.",
  },
  2388046: {
    meaning: "the name is not allowed",
    advice: "Use lower-case letters, digits and underscores only.",
  },
  2388047: {
    meaning: "the header's format is wrong",
    advice: "No line breaks, emojis or formatting characters; at most one variable.",
  },
  2388049: {
    meaning: "the language is not supported",
    advice: "Use one of WhatsApp's codes, with underscore: `en`, `en_US`, `pt_BR`.",
  },
  2388050: { meaning: "a button lacks a field", advice: "Add the field that the message names." },
  2388052: {
    meaning: "a button's URL is wrong",
    advice: "Begin with https://, and put at most one variable, at the very end.",
  },
  2388060: {
    meaning: "a button's text is wrong",
    advice: "No variables, line breaks, emojis or formatting characters.",
  },
  2388072: {
    meaning: "the body's format is wrong",
    advice: "At most two line breaks in a row, at most 10 emojis, and words besides the variables.",
  },
  2388073: {
    meaning: "the footer's format is wrong",
    advice: "No variables, line breaks, emojis or formatting characters.",
  },
  2388084: {
    meaning: "the sample file's kind is not supported",
    advice: "Images as JPEG or PNG, videos as MP4, documents as PDF.",
  },
  2388155: { meaning: "the name belongs to one of WhatsApp's samples", advice: "Use another name." },
  2388185: {
    meaning: "authentication templates need a verified business",
    advice: "Verify the business in the Business Manager.",
  },
  2388293: {
    meaning: "too many variables for so few words",
    advice: "Add words, or take out variables.",
  },
  2388299: {
    meaning: "the text begins or ends with a variable",
    advice: "Put a word before the first and after the last variable; a full stop does not count.",
  },
  2388318: {
    meaning: "WhatsApp generated this template (Direct Send), so that it cannot be edited",
    advice: "Leave it as it is; for content of your own declare a template under another name or a new `version`.",
  },
  2388330: {
    meaning: "WhatsApp generated this template (Direct Send), so that it cannot be deleted",
    advice: "Leave it in the account: WhatsApp manages it, and it is no template of a stack.",
  },
  2593002: { meaning: "the template does not exist", advice: "Check name and id." },
};
