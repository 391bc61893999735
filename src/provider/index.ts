/**
 * `pulumi-mycobot/runtime`: the handlers that Pulumi's dynamic provider calls. The names of these exports are persisted API: the
 * handler strings in every state refer to them (src/resources/handlers.ts).
 *
 * @module
 */

import { profileHandlers } from "./business-profile.ts";
import { connectionHandlers } from "./connection.ts";
import { ownEngine } from "./engine.ts";
import { inventoryHandlers } from "./inventory/inventory.ts";
import { Run } from "./run.ts";
import { templateHandlers } from "./template/index.ts";

const run = new Run(process.env, () => new Date(), ownEngine());

export const template = templateHandlers(run);
export const businessProfile = profileHandlers(run);
export const connection = connectionHandlers(run);
export const inventory = inventoryHandlers(run);
