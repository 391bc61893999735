import type { GatewayCheck, LocalCheck } from "../check.ts";
import { account } from "./account.ts";
import { apiVersion } from "./api-version.ts";
import { appName } from "./app-name.ts";
import { categories } from "./categories.ts";
import { clock } from "./clock.ts";
import { connection } from "./connection.ts";
import { engine } from "./engine.ts";
import { gateway, key } from "./gateway.ts";
import { grant } from "./grant.ts";
import { node } from "./node.ts";
import { phone } from "./phone.ts";
import { uploads } from "./uploads.ts";

/** The check that a client can be created from the environment: `examine` does that before all others. */
export const SETTINGS = "settings";

/** The checks that send requests, in the order of the checklist. A new check is its file and a line in a list. */
export const GATEWAY_CHECKS: readonly GatewayCheck[] = [
  appName,
  gateway,
  key,
  connection,
  grant,
  account,
  phone,
  uploads,
  categories,
];

/** The checks that send no requests. They run last. */
export const LOCAL_CHECKS: readonly LocalCheck[] = [engine, node, apiVersion, clock];

export const CHECK_NAMES: readonly string[] = [
  SETTINGS,
  ...GATEWAY_CHECKS.map(({ name }) => name),
  ...LOCAL_CHECKS.map(({ name }) => name),
];
