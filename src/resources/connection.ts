import { RESOURCE_TYPES } from "../model/resource-types.ts";
import { CONNECTION_HANDLER } from "./handlers.ts";
import * as pulumi from "./pulumi.ts";

/**
 * A connection of the Maton account to an app: the authorization to use WhatsApp through the gateway.
 *
 * No field of a connection can be updated, so every change replaces it. A new one is PENDING until a person authorizes it through
 * its link (`mycobot connections open ID`). The link contains a session token and never enters the state.
 */
export interface ConnectionArgs {
  /** The gateway's name of the app. Default: `WHATSAPP_APP`. */
  app?: pulumi.Input<string>;
  /** Id of an existing connection. It is adopted, and never deleted. */
  existing?: pulumi.Input<string>;
}

/** @see {@link ConnectionArgs} */
export class Connection extends pulumi.CustomResource {
  declare readonly connectionId: pulumi.Output<string>;
  /** One of `CONNECTION_STATUSES`, as of the last read; UNKNOWN if it was created and could not be read. */
  declare readonly status: pulumi.Output<string>;
  /** RFC 3339. */
  declare readonly createdAt: pulumi.Output<string>;
  /** Origin of the gateway that wrote the state. */
  declare readonly gateway: pulumi.Output<string>;
  /** Format of the stored state. */
  declare readonly stateVersion: pulumi.Output<number>;

  constructor(name: string, args: ConnectionArgs, options?: pulumi.CustomResourceOptions) {
    const outputs = {
      connectionId: undefined,
      status: undefined,
      createdAt: undefined,
      gateway: undefined,
      stateVersion: undefined,
    };
    const inputs = { ...outputs, ...args, __provider: CONNECTION_HANDLER };
    super(RESOURCE_TYPES.connection, name, inputs, options);
  }
}
