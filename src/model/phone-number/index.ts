export { type NormalizedPhoneNumber, normalizePhoneNumber } from "./normalize-phone-number.ts";
export { isGroupId, isUserId } from "./recipient-ids.ts";
