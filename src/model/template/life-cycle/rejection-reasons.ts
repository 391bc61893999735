import { rowOf } from "../../text/index.ts";

interface RejectionReason {
  meaning: string;
  advice: string;
}

/**
 * Values of a template's `rejected_reason` other than NONE. Source: Meta, message template reference (rejected_reason) and
 * template review.
 */
const REJECTION_REASONS: Readonly<Record<string, RejectionReason>> = {
  ABUSIVE_CONTENT: {
    meaning: "the content threatens, insults or violates WhatsApp's commerce or business policy",
    advice: "Remove what the policies forbid, or appeal in WhatsApp Manager.",
  },
  CATEGORY_NOT_AVAILABLE: {
    meaning: "this category is not available to the account or in this language or country",
    advice: "Declare another category; AUTHENTICATION requires a verified business.",
  },
  INCORRECT_CATEGORY: {
    meaning: "the content does not match the declared category",
    advice:
      "Declare the category that the content has, often MARKETING, or remove what does not belong to the category.",
  },
  INVALID_FORMAT: {
    meaning:
      "the format is wrong: variables at the start or end or next to each other, missing samples, spelling errors, shortened or foreign links",
    advice: "Fix the content. `mycobot validate` checks the rules that can be checked offline.",
  },
  PROMOTIONAL: {
    meaning: "the content is promotional, which this category does not allow",
    advice: "Declare category: MARKETING, or remove offers and advertising.",
  },
  SCAM: {
    meaning: "the content looks like fraud: it asks for payments or sensitive data, or imitates another business",
    advice: "Name the business, and do not ask for card numbers, passwords or ids; or appeal in WhatsApp Manager.",
  },
  TAG_CONTENT_MISMATCH: {
    meaning: "the language or category does not match the content",
    advice: "Write the text in the declared language, and declare the category that the content has.",
  },
};

const NO_REASON: RejectionReason = {
  meaning: "WhatsApp gave no reason",
  advice: "Change the content and run `pulumi up`, or appeal in WhatsApp Manager.",
};

/** `SCAM: the content looks like fraud …`. The advice is a sentence. WhatsApp may return reasons that are not in the table. */
export function explainRejection(reason: string | undefined): { text: string; advice: string } {
  if (reason === undefined) return { text: NO_REASON.meaning, advice: NO_REASON.advice };
  const { meaning, advice } = rowOf(REJECTION_REASONS, reason) ?? { meaning: undefined, advice: NO_REASON.advice };
  return { text: meaning === undefined ? reason : `${reason}: ${meaning}`, advice };
}
