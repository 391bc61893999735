import type { WirePhoneNumber } from "../../../gateway/index.ts";

/** What is asked for. Source: Meta's phone number node reference. */
export const PHONE_FIELDS = [
  "id",
  "display_phone_number",
  "verified_name",
  "status",
  "quality_rating",
  "name_status",
  "code_verification_status",
  "platform_type",
  "account_mode",
  "throughput",
  "whatsapp_business_manager_messaging_limit",
] as const;

const TITLES: Readonly<Record<(typeof PHONE_FIELDS)[number], string>> = {
  id: "id",
  display_phone_number: "number",
  verified_name: "name",
  status: "status",
  quality_rating: "quality",
  name_status: "name status",
  code_verification_status: "verification",
  platform_type: "platform",
  account_mode: "mode",
  throughput: "throughput",
  whatsapp_business_manager_messaging_limit: "limit",
};

function valueText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "object" && "level" in value) return String(value.level);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Name and value of each field that is there. */
export function phoneLines(number: WirePhoneNumber): [string, string | undefined][] {
  return PHONE_FIELDS.map((field) => [TITLES[field], valueText(number[field])]);
}
