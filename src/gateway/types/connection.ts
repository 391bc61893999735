/** Known states; others may come. UNKNOWN for one that was created and could not be read yet. */
export type ConnectionStatus = "ACTIVE" | "PENDING" | "FAILED" | "UNKNOWN" | (string & {});

/** A Maton connection: one person's grant for one app. Source: Maton's api-gateway skill. Nothing of it can be updated. */
export interface Connection {
  connection_id: string;
  status: ConnectionStatus;
  app: string;
  /** RFC 3339 with microseconds: `2025-12-08T07:20:53.488460Z`. */
  creation_time?: string;
  last_updated_time?: string;
  /** Where a person completes the connection. Contains a session token: never store or print it unasked. */
  url?: string | null;
  /** `OAUTH2` for WhatsApp Business. */
  method?: string;
  metadata?: Record<string, unknown>;
  [field: string]: unknown;
}
