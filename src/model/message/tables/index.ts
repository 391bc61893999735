export { MESSAGE_ANSWERS } from "./answers.ts";
export {
  ADDRESS_COUNTRIES,
  FLOW_MESSAGE_ACTIONS,
  FLOW_MODES,
  GOODS,
  HEADER_TYPES,
  INTERACTIVE_KINDS,
  type InteractiveKind,
  MESSAGE_TYPES,
  ORDER_STATES,
} from "./kinds.ts";
export { MESSAGE_LIMITS } from "./limits.ts";
export { BUTTON_SUB_TYPES, PARAMETER_COMPONENTS, PARAMETER_TYPES } from "./template-parameters.ts";
