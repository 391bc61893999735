/**
 * The handler strings. Pulumi's dynamic provider evaluates them to find the handlers of a resource.
 *
 * They are persisted API. The state of every resource contains its string, and a later refresh, delete or destroy evaluates the
 * string from the state. They must never change, and `pulumi-mycobot/runtime` must always export these names.
 *
 * `createRequire` from the program's folder makes the name resolve in this repository (a package may import itself by
 * name) and in projects that install pulumi-mycobot. A plain `require` would resolve it relative to the SDK.
 */
function handler(name: string): string {
  return `exports.handler=()=>require("module").createRequire(process.cwd()+"/package.json")("pulumi-mycobot/runtime").${name}`;
}

export const TEMPLATE_HANDLER: string = handler("template");
export const BUSINESS_PROFILE_HANDLER: string = handler("businessProfile");
export const CONNECTION_HANDLER: string = handler("connection");
export const INVENTORY_HANDLER: string = handler("inventory");
