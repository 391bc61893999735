import type { WirePhoneNumber } from "../../../gateway/index.ts";

type PhoneField = keyof WirePhoneNumber & string;

/** The fields that are read, with their titles. Source: Meta, phone number node reference. */
export const PHONE_FIELD_TITLES = {
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
} as const satisfies Readonly<Record<PhoneField, string>>;

// The keys of the table above.
export const PHONE_FIELDS = Object.keys(PHONE_FIELD_TITLES) as readonly (keyof typeof PHONE_FIELD_TITLES)[];
