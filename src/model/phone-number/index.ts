export {
  isGroupId,
  isUserId,
  type NormalizedPhoneNumber,
  normalizePhoneNumber,
  PHONE_NUMBER_DIGITS,
} from "./phone-number.ts";
