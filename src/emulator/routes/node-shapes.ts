import type { NodeShape } from "../graph/fields.ts";

const ACCOUNT_DEFAULTS = ["id", "name", "timezone_id", "message_template_namespace"];

/** Fields of an account. Source: WhatsApp Business Account node reference. */
export const ACCOUNT_SHAPE: NodeShape = {
  type: "WhatsAppBusinessAccount",
  defaults: ACCOUNT_DEFAULTS,
  known: [
    ...ACCOUNT_DEFAULTS,
    "account_review_status",
    "analytics",
    "business_verification_status",
    "country",
    "currency",
    "degrees_of_freedom_spec",
    "disable_marketing_messages_on_cloud_api",
    "health_status",
    "is_enabled_for_insights",
    "marketing_messages_lite_api_status",
    "marketing_messages_onboarding_status",
    "on_behalf_of_business_info",
    "owner_business_info",
    "ownership_type",
    "primary_funding_id",
    "purchase_order_number",
    "status",
    "subscribed_apps",
  ],
};

const PHONE_DEFAULTS = [
  "verified_name",
  "code_verification_status",
  "display_phone_number",
  "quality_rating",
  "platform_type",
  "throughput",
  "webhook_configuration",
  "id",
];

/** Fields of a phone number. Source: phone number node reference and listings. */
export const PHONE_SHAPE: NodeShape = {
  type: "WhatsAppBusinessPhoneNumber",
  defaults: PHONE_DEFAULTS,
  known: [
    ...PHONE_DEFAULTS,
    "account_mode",
    "certificate",
    "conversational_automation",
    "country_code",
    "country_dial_code",
    "eligibility_for_api_business_global_search",
    "health_status",
    "is_official_business_account",
    "is_on_biz_app",
    "is_pin_enabled",
    "is_preverified_number",
    "last_onboarded_time",
    "messaging_limit_tier",
    "name_status",
    "new_certificate",
    "new_display_name",
    "new_name_status",
    "quality_score",
    "search_visibility",
    "status",
    "username",
    "whatsapp_business_manager_messaging_limit",
  ],
};
