import type { BusinessProfileFields } from "./business-profile-fields.ts";
import { PROFILE_FIELDS } from "./tables.ts";

/** A declared field that the account has otherwise. */
interface ProfileChange {
  field: keyof BusinessProfileFields;
  wanted: unknown;
  /** Absent when the account has none. */
  observed: unknown;
}

export interface ProfileComparison {
  equal: boolean;
  changes: ProfileChange[];
}

// WhatsApp adds the slash of an empty path on its own: https://example.com is read back as https://example.com/.
function website(address: unknown) {
  return typeof address === "string" ? address.replace(/\/$/, "") : address;
}

function meaning(name: keyof BusinessProfileFields, value: unknown): unknown {
  if (name === "websites") return (Array.isArray(value) ? value : []).map(website);
  // Reads show UNDEFINED, or nothing, where no industry was ever set.
  if (name === "vertical" && value === "UNDEFINED") return "";
  return value ?? "";
}

/**
 * What a write would have to change, for the fields that `wanted` declares: an undeclared field is left alone. Unset
 * equals `""` and `[]`; a trailing slash of a website does not count; the order of websites does.
 */
export function compareProfiles(wanted: BusinessProfileFields, observed: BusinessProfileFields): ProfileComparison {
  const changes = PROFILE_FIELDS.filter((name) => wanted[name] !== undefined)
    .filter((name) => JSON.stringify(meaning(name, wanted[name])) !== JSON.stringify(meaning(name, observed[name])))
    .map((name) => ({ field: name, wanted: wanted[name], observed: observed[name] }));
  return { equal: changes.length === 0, changes };
}
