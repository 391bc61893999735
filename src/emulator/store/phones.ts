import type { PhoneOption } from "../options.ts";
import type { EmulatorState, Phone } from "./state.ts";

/** A number of the fictional range +1 555-01xx, taken from the id's digits. */
function displayNumber(id: string): string {
  return `+1 555-01${id.slice(-2).padStart(2, "0")}`;
}

export function newPhone({ id, waba }: PhoneOption): Phone {
  return {
    id,
    waba,
    fields: {
      verified_name: "Emulated Business",
      code_verification_status: "VERIFIED",
      display_phone_number: displayNumber(id),
      quality_rating: "GREEN",
      platform_type: "CLOUD_API",
      throughput: { level: "STANDARD" },
      id,
      country_code: "US",
      country_dial_code: "1",
      status: "CONNECTED",
      name_status: "APPROVED",
      account_mode: "LIVE",
      is_official_business_account: false,
      is_pin_enabled: true,
      is_on_biz_app: false,
      search_visibility: "VISIBLE",
      messaging_limit_tier: "TIER_1K",
      whatsapp_business_manager_messaging_limit: "TIER_1K",
      last_onboarded_time: "2025-01-15T09:00:00+0000",
      health_status: {
        can_send_message: "AVAILABLE",
        entities: [{ entity_type: "PHONE_NUMBER", id, can_send_message: "AVAILABLE" }],
      },
    },
    profile: {},
    registered: true,
    registrations: [],
    settings: {},
    commerce: { isCartEnabled: true, isCatalogVisible: false },
    qrCodes: [],
    blocked: [],
  };
}

export function findPhone(state: EmulatorState, id: string): Phone | undefined {
  return state.phones.find((phone) => phone.id === id);
}
