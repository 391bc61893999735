/** What a button of a template wants from the message. */
export interface ButtonWants {
  /** Spellings of `sub_type`, in lower case; none: the button takes no value. */
  subTypes: readonly string[];
  needed: "always" | "with a variable" | "never";
  /** Type of the parameter, and the key inside of it that counts. */
  parameter: string;
  inside?: string;
  /** In words. */
  what: string;
}

function none(...subTypes: string[]): ButtonWants {
  return { subTypes, needed: "never", parameter: "", what: "nothing" };
}

/**
 * By the button's type in the template. Only what WhatsApp certainly refuses when it is missing is `needed`.
 * Source: Meta, guides of the single kinds; 131008 "Button at index 0 of type Url requires a parameter" is recorded.
 */
export const BUTTON_WANTS: Readonly<Record<string, ButtonWants>> = {
  URL: { subTypes: ["url"], needed: "with a variable", parameter: "text", what: "the end of its address (text)" },
  // Copy-code buttons were once filled as such; Meta's samples fill all of them like an address.
  OTP: { subTypes: ["url", "copy_code"], needed: "always", parameter: "text", what: "the code (text)" },
  COPY_CODE: { subTypes: ["copy_code"], needed: "always", parameter: "coupon_code", what: "a coupon_code" },
  MPM: {
    subTypes: ["mpm"],
    needed: "always",
    parameter: "action",
    inside: "sections",
    what: "an action with sections",
  },
  ORDER_DETAILS: {
    subTypes: ["order_details"],
    needed: "always",
    parameter: "action",
    inside: "order_details",
    what: "an action with order_details",
  },
  QUICK_REPLY: none("quick_reply"),
  FLOW: none("flow"),
  CATALOG: none("catalog"),
  VOICE_CALL: none("voice_call"),
  PHONE_NUMBER: none(),
};
