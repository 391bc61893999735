/**
 * The handler strings: what Pulumi's dynamic provider evaluates to find a resource's handlers.
 *
 * They are persisted API. Each stands in the state of every resource ever created, and a later refresh, delete or destroy
 * evaluates the string it finds there. They may never change, and `pulumi-mycobot/runtime` may never stop exporting these names.
 *
 * `createRequire` from the program's folder makes the name resolve in this repository (a package may import itself by
 * name) and in projects that install pulumi-mycobot. A plain `require` would look beside the SDK instead.
 */
function handler(name: string): string {
  return `exports.handler=()=>require("module").createRequire(process.cwd()+"/package.json")("pulumi-mycobot/runtime").${name}`;
}

export const TEMPLATE_HANDLER: string = handler("template");
export const BUSINESS_PROFILE_HANDLER: string = handler("businessProfile");
export const CONNECTION_HANDLER: string = handler("connection");
export const INVENTORY_HANDLER: string = handler("inventory");
