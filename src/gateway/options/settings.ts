import { MycobotError } from "../../errors/index.ts";
import { type Clock, systemClock } from "../rate/clock.ts";
import { redact, registerSecret } from "../redact.ts";
import { checkedAccessToken, checkedApiKey } from "./credentials.ts";
import { DEADLINES, DEFAULT_API_VERSION, DEFAULT_CONTROL_URL, DEFAULT_RATE, MAX_RATE } from "./defaults.ts";
import type { Deadlines, Exchange, GatewayOptions, ProxyOptions } from "./gateway-options.ts";
import { baseUrl, gatewayUrlOf } from "./gateway-origin.ts";
import { keyFromCommand } from "./key-command.ts";

/** {@link GatewayOptions}, checked and complete. */
export interface Settings {
  /** Runs the key's command the first time it is called, if the key comes from one. @throws MYCO_KEY_MISSING, MYCO_KEY_MALFORMED, MYCO_KEY_COMMAND */
  apiKey(): Promise<string>;
  /** @throws MYCO_ACCESS_TOKEN_MISSING, MYCO_USAGE */
  accessToken(): string;
  connection: string | undefined;
  gatewayUrl: string;
  controlUrl: string;
  apiVersion: string;
  rate: number;
  proxy: ProxyOptions;
  deadlines: Deadlines;
  signal: AbortSignal | undefined;
  beforeWrite: () => Promise<void>;
  onExchange: (exchange: Exchange) => void;
  clock: Clock;
  random: () => number;
}

/** @throws MYCO_USAGE, MYCO_INSECURE_URL */
export function settingsOf(options: GatewayOptions): Settings {
  // Also without surrounding white space, which makes it malformed: it is the same secret.
  const secrets = [options.apiKey, options.apiKey?.trim(), options.accessToken, options.accessToken?.trim()];
  for (const secret of secrets) registerSecret(secret ?? "");
  let key = options.apiKey;
  let fromCommand: Promise<string> | undefined;
  const commandsKey = async (command: string) => {
    key = checkedApiKey(await keyFromCommand(command), "The output of MATON_API_KEY_COMMAND");
    return key;
  };
  return {
    apiKey: async () => {
      if (options.apiKey || options.apiKeyCommand === undefined) return checkedApiKey(options.apiKey);
      fromCommand ??= commandsKey(options.apiKeyCommand);
      return fromCommand;
    },
    accessToken: () => checkedAccessToken(options.accessToken, key),
    connection: options.connection,
    gatewayUrl: gatewayUrlOf(options),
    controlUrl: baseUrl(
      options.controlUrl ?? DEFAULT_CONTROL_URL,
      "The control plane URL (MATON_API_URL, MATON_CONTROL_URL)",
    ),
    apiVersion: checkedVersion(options.apiVersion ?? DEFAULT_API_VERSION),
    rate: checkedRate(options.rate ?? DEFAULT_RATE),
    proxy: options.proxy ?? {},
    deadlines: { ...DEADLINES, ...options.deadlines },
    signal: options.signal,
    beforeWrite: options.beforeWrite ?? (async () => {}),
    onExchange: options.onExchange ?? (() => {}),
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
  };
}

function checkedVersion(version: string): string {
  if (/^v\d{1,3}\.\d{1,2}$/.test(version)) return version;
  throw new MycobotError(
    "MYCO_USAGE",
    `WHATSAPP_API_VERSION is not a version of the Graph API: ${redact(JSON.stringify(version))}`,
    { hint: `Use the form ${DEFAULT_API_VERSION}.` },
  );
}

function checkedRate(rate: number): number {
  if (Number.isInteger(rate) && rate >= 1 && rate <= MAX_RATE) return rate;
  throw new MycobotError("MYCO_USAGE", `MYCOBOT_RATE is not a whole number from 1 to ${MAX_RATE}`, {
    hint: `Maton allows ${DEFAULT_RATE} requests per second and account.`,
  });
}
