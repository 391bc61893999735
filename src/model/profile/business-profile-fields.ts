/** The declared fields of a WhatsApp business profile, with WhatsApp's own names. A missing field is left alone. */
export interface BusinessProfileFields {
  /** 1 to 139 characters; WhatsApp has no way to clear it. */
  about?: string;
  /** Up to 256 characters; `""` clears it. */
  address?: string;
  /** Up to 512 characters; `""` clears it. */
  description?: string;
  /** Up to 128 characters; `""` clears it. */
  email?: string;
  /** One of `VERTICALS`; WhatsApp has no way to clear it. */
  vertical?: string;
  /** Up to two, each with `http://` or `https://` and up to 256 characters; `[]` clears them. */
  websites?: string[];
}
