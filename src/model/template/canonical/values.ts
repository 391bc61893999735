import { isObject } from "../../text/index.ts";
import { COMPONENT_FIELD_KINDS, type FieldKind, OPAQUE_FIELDS } from "./field-kinds.ts";
import { mapFields } from "./fields.ts";

const DIALLED = /^[\d\s+().\-/]*\d[\d\s+().\-/]*$/;
const TRUNK_ZERO = /(?<=\d[\s.-]*)\(0\)/g;

/** A value in the one spelling of its kind; a value that does not fit the kind stays as it is. */
export function canonicalValue(kind: FieldKind, value: unknown): unknown {
  switch (kind) {
    case "enum":
      return typeof value === "string" ? value.toUpperCase() : value;
    case "number":
      return typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    case "boolean":
      return value === "true" ? true : value === "false" ? false : value;
    case "id":
      return typeof value === "number" ? String(value) : value;
    case "phone":
      return phoneDigits(value);
    case "hash":
      return percentDecoded(value);
    case "json":
      return canonicalDeep(parsedJson(value));
  }
}

/** An object or list with every known field below it in canonical spelling; fields without a value are left out. */
export function canonicalDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonicalDeep);
  return isObject(value) ? mapFields(value, canonicalField) : value;
}

/** A field of a component, card, button or library input in canonical spelling. */
export function canonicalField(name: string, value: unknown): unknown {
  if (OPAQUE_FIELDS.has(name)) return value;
  const kind = COMPONENT_FIELD_KINDS.get(name);
  return kind === undefined ? canonicalDeep(value) : canonicalValue(kind, value);
}

/** Digits only: WhatsApp adds the "+" and drops separators. What is no phone number stays for the lint to name. */
function phoneDigits(value: unknown): unknown {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && DIALLED.test(text) ? text.replace(TRUNK_ZERO, "").replace(/\D/g, "") : value;
}

/** Meta's own samples carry hashes that are encoded for a URL; "%" is no character of a hash. */
function percentDecoded(value: unknown): unknown {
  if (typeof value !== "string" || !value.includes("%")) return value;
  const decoded = decodePercent(value);
  return decoded.includes("%") ? value : decoded;
}

export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Library inputs may be sent as a JSON text; Meta's samples of it are not all JSON, those stay text. */
function parsedJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === "object" && parsed !== null ? parsed : value;
  } catch {
    return value;
  }
}
