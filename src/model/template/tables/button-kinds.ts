export interface ButtonKind {
  /** How many of it one template may have. */
  max: number;
  /** `required`: `text` is the label; `optional`: WhatsApp has a default; `none`: WhatsApp writes the label. */
  label: "required" | "optional" | "none";
  /** The only label that WhatsApp shows, whatever is sent. */
  fixedLabel?: string;
  /** May stand on a carousel card. */
  onCards?: true;
}

/** Button types with their counts. Source: Meta, template components and the guides of the single kinds. */
export const BUTTON_KINDS: Readonly<Record<string, ButtonKind>> = {
  QUICK_REPLY: { max: 10, label: "required", onCards: true },
  URL: { max: 2, label: "required", onCards: true },
  PHONE_NUMBER: { max: 1, label: "required", onCards: true },
  COPY_CODE: { max: 1, label: "none", fixedLabel: "Copy offer code" },
  OTP: { max: 1, label: "optional" },
  FLOW: { max: 1, label: "required" },
  CATALOG: { max: 1, label: "optional", fixedLabel: "View catalog" },
  MPM: { max: 1, label: "optional", fixedLabel: "View items" },
  SPM: { max: 1, label: "optional", fixedLabel: "View", onCards: true },
  VOICE_CALL: { max: 1, label: "required" },
  ORDER_DETAILS: { max: 1, label: "optional" },
  REQUEST_CONTACT_INFO: { max: 1, label: "optional" },
  APP: { max: 1, label: "optional" },
  POSTBACK: { max: 1, label: "optional" },
};

export const OTP_TYPES: readonly string[] = ["COPY_CODE", "ONE_TAP", "ZERO_TAP"];

export const FLOW_ACTIONS: readonly string[] = ["NAVIGATE", "DATA_EXCHANGE"];

/** A flow button names its flow in one of these ways. */
export const FLOW_SOURCES: readonly string[] = ["flow_id", "flow_name", "flow_json"];
