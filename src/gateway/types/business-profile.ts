/** `GET /{phone}/whatsapp_business_profile`, flat. Fields that were never set are absent. */
export interface WireBusinessProfile {
  about?: string;
  address?: string;
  description?: string;
  email?: string;
  /** At most two; a trailing slash is added on read. */
  websites?: string[];
  /** `UNDEFINED` or absent when never set. */
  vertical?: string;
  /** A rotating link. */
  profile_picture_url?: string;
  messaging_product?: string;
  [field: string]: unknown;
}

/** A patch: only the fields that are present change. `about` and `vertical` cannot be cleared. */
export interface BusinessProfilePatch {
  about?: string;
  address?: string;
  description?: string;
  email?: string;
  websites?: readonly string[];
  vertical?: string;
  /** From {@link Uploads.upload}. */
  profile_picture_handle?: string;
}
