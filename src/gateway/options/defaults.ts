import type { Deadlines } from "./gateway-options.ts";

/** Version of the Graph API in the path of every request to WhatsApp. */
export const DEFAULT_API_VERSION = "v23.0";

/** Requests in any sliding second: what Maton allows per account. Source: Maton's api-gateway skill. */
export const DEFAULT_RATE = 10;

/** The highest rate that can be set: for gateways with other limits, such as the emulator. */
export const MAX_RATE = 1000;

/** Maton's own hosts: three names of one service. Source: Maton's api-gateway skill, 2026-02 to 2026-08. */
export const MATON_HOSTS = {
  /** Proxy only. */
  gateway: "gateway.maton.ai",
  /** Control plane only. */
  control: "ctrl.maton.ai",
  /** Both. */
  api: "api.maton.ai",
} as const;

export const DEFAULT_GATEWAY_URL = `https://${MATON_HOSTS.gateway}`;
export const DEFAULT_CONTROL_URL = `https://${MATON_HOSTS.control}`;

export const DEADLINES: Deadlines = { connect: 10_000, headers: 30_000, body: 30_000, total: 60_000 };

/** For transfers of media, which can be large (`MEDIA_TYPES`). */
export const TRANSFER_DEADLINES: Partial<Deadlines> = { headers: 120_000, total: 600_000 };
