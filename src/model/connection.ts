/** The gateway's name of the app whose API it passes on. Source: Maton, WhatsApp Business. */
export const WHATSAPP_APP = "whatsapp-business";

/** Statuses of a connection. Source: Maton, connections. */
export const CONNECTION_STATUSES = ["ACTIVE", "PENDING", "FAILED"] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];
