/** `GET /{media}`: where media can be fetched. */
export interface WireMedia {
  id: string;
  /** For 5 minutes, and with WhatsApp's own token only. */
  url: string;
  mime_type: string;
  /** Hex, or base64. */
  sha256?: string;
  /** Bytes. */
  file_size?: number;
  messaging_product?: string;
  [field: string]: unknown;
}

export interface DownloadedMedia {
  /** Where it stands now. */
  file: string;
  mimeType: string;
  /** Bytes. */
  size: number;
  /** Hex. */
  sha256: string;
  /** It is the digest that WhatsApp named; false when WhatsApp named none. */
  verified: boolean;
}
