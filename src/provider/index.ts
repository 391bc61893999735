/**
 * `pulumi-mycobot/runtime`: the handlers that Pulumi's dynamic provider calls. The names of these exports are persisted API: the
 * handler strings in every state refer to them (src/resources/handlers.ts).
 *
 * @module
 */
import { connectionHandlers } from "./connection/index.ts";
import { ownEngine } from "./engine/index.ts";
import { inventoryHandlers } from "./inventory/index.ts";
import { profileHandlers } from "./profile/index.ts";
import { ProviderRuntime } from "./runtime.ts";
import { templateHandlers } from "./template/index.ts";

const runtime = new ProviderRuntime(process.env, () => new Date(), ownEngine());

export const template = templateHandlers(runtime);
export const businessProfile = profileHandlers(runtime);
export const connection = connectionHandlers(runtime);
export const inventory = inventoryHandlers(runtime);
