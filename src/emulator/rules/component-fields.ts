import { decoded, type JsonObject, rowOf, upperOf } from "../json.ts";
import { MEDIA_FORMATS } from "../tables/template-enums.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";

interface Fields {
  required: readonly string[];
  optional?: readonly string[];
}

function headerFields(format: string): Fields {
  if (format === "TEXT") return { required: ["format", "text"], optional: ["example"] };
  return MEDIA_FORMATS.includes(format) ? { required: ["format", "example"] } : { required: ["format"] };
}

const FIELDS: Readonly<Record<string, Fields>> = {
  BODY: { required: ["text"], optional: ["example"] },
  FOOTER: { required: ["text"] },
  BUTTONS: { required: ["buttons"] },
  LIMITED_TIME_OFFER: { required: ["limited_time_offer"] },
  CAROUSEL: { required: ["cards"] },
  CALL_PERMISSION_REQUEST: { required: [] },
};

/** Texts of authentication templates are WhatsApp's own: only their settings may be sent. */
const AUTHENTICATION_FIELDS: Readonly<Record<string, Fields>> = {
  BODY: { required: [], optional: ["add_security_recommendation"] },
  FOOTER: { required: [], optional: ["code_expiration_minutes"] },
  BUTTONS: { required: ["buttons"] },
};

function fieldsOf(type: string, component: JsonObject, category: string): Fields {
  if (category === "AUTHENTICATION") return rowOf(AUTHENTICATION_FIELDS, type) ?? { required: [] };
  return (type === "HEADER" ? headerFields(upperOf(component.format)) : rowOf(FIELDS, type)) ?? { required: [] };
}

function isEmpty(component: JsonObject, field: string): boolean {
  const value = decoded(component[field]);
  return value === undefined || value === null || value === "";
}

/** 2388042 for fields that a component of that type cannot have, 2388043 for those that it must have. */
export function checkFields(type: string, component: JsonObject, { category }: RuleContext): void {
  const { required, optional = [] } = fieldsOf(type, component, category);
  const unexpected = Object.keys(component).filter(
    (field) => field !== "type" && !required.includes(field) && !optional.includes(field),
  );
  // Recorded: a text that may not be there is named alone, whatever else is there.
  const named = unexpected.includes("text") ? ["text"] : unexpected;
  if (named.length > 0) throw refusal("unexpectedFields", type, named.join(", "));
  const missing = required.filter((field) => isEmpty(component, field));
  if (missing.length > 0) throw refusal("missingFields", type, missing.join(", "));
}
