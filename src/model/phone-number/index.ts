export { PHONE_NUMBER_DIGITS } from "./limits.ts";
export { type NormalizedPhoneNumber, normalizePhoneNumber } from "./normalize-phone-number.ts";
export { isGroupId, isUserId } from "./recipient-ids.ts";
