export interface ButtonKind {
  /** How many of the kind a template may carry. */
  most: number;
  /** Fields that must be there, besides `type`. */
  required: readonly string[];
}

/** Kinds of template buttons. Source: template components documentation. */
export const BUTTON_KINDS: Readonly<Record<string, ButtonKind>> = {
  APP: { most: 1, required: [] },
  CATALOG: { most: 1, required: ["text"] },
  COPY_CODE: { most: 1, required: ["example"] },
  FLOW: { most: 1, required: ["text"] },
  MPM: { most: 1, required: ["text"] },
  ORDER_DETAILS: { most: 1, required: [] },
  OTP: { most: 1, required: ["otp_type"] },
  PHONE_NUMBER: { most: 1, required: ["text", "phone_number"] },
  POSTBACK: { most: 1, required: [] },
  QUICK_REPLY: { most: 10, required: ["text"] },
  REQUEST_CONTACT_INFO: { most: 1, required: [] },
  SPM: { most: 1, required: ["text"] },
  URL: { most: 2, required: ["text", "url"] },
  VOICE_CALL: { most: 1, required: ["text"] },
};

/** Kinds that a carousel card may carry; SPM on product cards. */
export const CARD_BUTTON_KINDS: readonly string[] = ["QUICK_REPLY", "URL", "PHONE_NUMBER", "SPM"];
