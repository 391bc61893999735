import { hexToken } from "../ids.ts";
import type { PhoneOption } from "../options.ts";
import type { Account, EmulatorState, Phone } from "./state.ts";

/** The app behind every token and every key. */
export const EMULATED_APP = { id: "634974688087057", name: "Emulated App" } as const;

/** The Meta business that owns every account. */
export const EMULATED_BUSINESS = { id: "506914307656634", name: "Emulated Business" } as const;

export function newAccount(id: string): Account {
  return {
    id,
    fields: {
      id,
      name: "Emulated Business",
      timezone_id: "1",
      message_template_namespace: hexToken().replace(/(.{8})(.{4})(.{4})(.{4})/, "$1_$2_$3_$4_"),
      currency: "USD",
      country: "US",
      account_review_status: "APPROVED",
      business_verification_status: "verified",
      ownership_type: "SELF",
      owner_business_info: EMULATED_BUSINESS,
      status: "ACTIVE",
      is_enabled_for_insights: false,
    },
    templates: [],
    locks: [],
    flows: [],
    creates: [],
    calls: [],
    subscription: {},
  };
}

export function findAccount(state: EmulatorState, id: string): Account | undefined {
  return state.accounts.find((account) => account.id === id);
}

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
