/** Who gets a message, and what goes along with any kind of it. */
export interface MessageEnvelope {
  messaging_product: "whatsapp";
  /** `individual` when it is left out. */
  recipient_type?: "individual" | "group";
  /** Digits of the phone number, or the id of a group. */
  to?: string;
  /** A business-scoped user id (`US.1349…`), where the phone number is not known. When both are there, `to` counts. */
  recipient?: string;
  /** The message that this one replies to. */
  context?: { message_id: string };
  /** Comes back in the webhooks of this message; up to 512 characters. */
  biz_opaque_callback_data?: string;
  /** Sends only while the recipient's identity has this key. */
  recipient_identity_key_hash?: string;
}
