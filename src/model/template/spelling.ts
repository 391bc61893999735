import { parseJson } from "../text/index.ts";

/**
 * How WhatsApp spells a field, whatever the spelling in the declaration. Reads show enums in upper case; numbers, booleans
 * and ids may be written as text, too. `json`: an object or list that may also be sent as a JSON text.
 */
export type Spelling = "enum" | "number" | "boolean" | "id" | "phone" | "hash" | "json";

const DIALLED = /^[\d\s+().\-/]*\d[\d\s+().\-/]*$/;
const TRUNK_ZERO = /(?<=\d[\s.-]*)\(0\)/g;

/** A value in canonical spelling; one that does not fit the spelling is returned unchanged. */
export function spelled(spelling: Spelling, value: unknown): unknown {
  switch (spelling) {
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
      return parsedJson(value);
  }
}

/** Digits only: WhatsApp adds the "+" and drops separators. Anything else is left for the lint to report. */
function phoneDigits(value: unknown): unknown {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && DIALLED.test(text) ? text.replace(TRUNK_ZERO, "").replace(/\D/g, "") : value;
}

/** Meta's own samples have hashes that are percent-encoded; a hash contains no "%". */
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

/** Some of Meta's samples of JSON texts are not JSON; those stay text. */
function parsedJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    const parsed = parseJson(value);
    return typeof parsed === "object" && parsed !== null ? parsed : value;
  } catch {
    return value;
  }
}
