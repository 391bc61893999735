/**
 * A phone number of an account. Fields that were not asked for, or are not set, are absent. Source: Meta's phone number
 * reference and recorded listings.
 */
export interface WirePhoneNumber {
  /** Digits: what calls want as `phoneNumberId`. */
  id: string;
  /** As people write it: `+1 631-555-5555`. */
  display_phone_number?: string;
  verified_name?: string;
  /** GREEN, YELLOW, RED, NA, UNKNOWN. */
  quality_rating?: string;
  /** VERIFIED, NOT_VERIFIED, EXPIRED. */
  code_verification_status?: string;
  /** CLOUD_API, ON_PREMISE, NOT_APPLICABLE. */
  platform_type?: string;
  /** `level`: STANDARD, HIGH, NOT_APPLICABLE. */
  throughput?: { level?: string };
  /** CONNECTED, PENDING, FLAGGED, RESTRICTED …: sources differ. */
  status?: string;
  /** APPROVED, AVAILABLE_WITHOUT_REVIEW, DECLINED, EXPIRED, PENDING_REVIEW, NONE. */
  name_status?: string;
  /** LIVE, SANDBOX. */
  account_mode?: string;
  [field: string]: unknown;
}
