import { copyCode } from "./copy-code.ts";
import { flow } from "./flow.ts";
import { mpm } from "./mpm.ts";
import { orderDetails } from "./order-details.ts";
import { otp } from "./otp.ts";
import { phoneNumber } from "./phone-number.ts";
import type { ServedButton } from "./served-button.ts";
import { url } from "./url.ts";

/**
 * Kinds of template buttons, one line each. A kind with rules of its own has a file. Source: template components
 * documentation; the labels "Url", "QuickReply" and "copy_code" are recorded, the others follow their pattern.
 */
export const SERVED_BUTTONS: Readonly<Record<string, ServedButton>> = {
  APP: { max: 1, required: [] },
  CATALOG: { max: 1, required: ["text"], label: "Catalog", isSubType: true },
  COPY_CODE: copyCode,
  FLOW: flow,
  MPM: mpm,
  ORDER_DETAILS: orderDetails,
  OTP: otp,
  PHONE_NUMBER: phoneNumber,
  POSTBACK: { max: 1, required: [] },
  QUICK_REPLY: { max: 10, required: ["text"], label: "QuickReply", isSubType: true, onCards: true },
  REQUEST_CONTACT_INFO: { max: 1, required: [] },
  SPM: { max: 1, required: ["text"], label: "Spm", onCards: true },
  URL: url,
  VOICE_CALL: { max: 1, required: ["text"], label: "VoiceCall", isSubType: true, isIndexOptional: true },
};

/** Kinds that a send can name although no template can be created with them. */
const ONLY_SENT = ["BOOKING_CONFIRMATION", "REMINDER"];

/** Values of `sub_type`, as WhatsApp's own refusal lists them (recorded). */
export const SUB_TYPES: readonly string[] = [
  ...Object.entries(SERVED_BUTTONS).flatMap(([kind, { isSubType }]) => (isSubType ? [kind] : [])),
  ...ONLY_SENT,
].sort();
