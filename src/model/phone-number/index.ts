export { PHONE_NUMBER_DIGITS } from "./digits.ts";
export {
  isGroupId,
  isUserId,
  type NormalizedPhoneNumber,
  normalizePhoneNumber,
} from "./phone-number.ts";
