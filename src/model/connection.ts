/** The gateway's name of the app whose API it passes on. Source: Maton, WhatsApp Business. */
export const WHATSAPP_APP = "whatsapp-business";

/** Statuses of a connection. Source: Maton, connections. */
export const CONNECTION_STATUSES = ["ACTIVE", "PENDING", "FAILED"] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** What a stack says about its connections. */
interface ConnectionChoice {
  account: { connection?: string };
  connections: readonly { key: string; app?: string }[];
}

/** The connection that a stack uses, by key or id: the chosen one, else the only one for WhatsApp that it declares. */
export function chosenConnection({ account, connections }: ConnectionChoice): string | undefined {
  const [only, ...others] = connections.filter(({ app = WHATSAPP_APP }) => app === WHATSAPP_APP);
  return account.connection ?? (others.length === 0 ? only?.key : undefined);
}
