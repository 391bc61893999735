export { BUTTON_KINDS, type ButtonKind, FLOW_ACTIONS, FLOW_SOURCES, OTP_TYPES } from "./button-kinds.ts";
export {
  CATEGORIES,
  PARAMETER_FORMATS,
  READ_ONLY_SUB_CATEGORIES,
  RETIRED_CATEGORIES,
  SUB_CATEGORIES,
} from "./categories.ts";
export { CARD_FORMATS, COMPONENT_TYPES, HEADER_FORMATS, MEDIA_FORMATS, OFFER_FORMATS } from "./component-kinds.ts";
export { LANGUAGES } from "./languages.ts";
export { TEMPLATE_LIMITS, TTL_SECONDS, WORDS_PER_VARIABLE } from "./limits.ts";
export { SAMPLE_TEMPLATE_NAMES } from "./names.ts";
export { READ_ONLY_FIELDS } from "./read-only-fields.ts";
export { ANSWERS, type WhatsAppAnswer } from "./subcodes.ts";
