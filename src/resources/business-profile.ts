import type { OnRemoveProfile } from "../stack/types.ts";
import { BUSINESS_PROFILE_HANDLER } from "./handlers.ts";
import * as pulumi from "./pulumi.ts";

/**
 * The business profile of one phone number. Every phone number has exactly one: creating the resource takes it under
 * management, and only the fields that are declared are managed.
 *
 * `address: ""`, `description: ""`, `email: ""` and `websites: []` clear; `about` and `vertical` cannot be cleared.
 */
export interface BusinessProfileArgs {
  /** Phone number id, a string of digits. A change replaces. */
  phone: pulumi.Input<string>;
  /** Maton connection id. Without it: `MATON_CONNECTION`, else the account's only ACTIVE connection. */
  connection?: pulumi.Input<string>;
  /** 1 to 139 characters. */
  about?: pulumi.Input<string>;
  /** At most 256 characters. */
  address?: pulumi.Input<string>;
  /** At most 512 characters. */
  description?: pulumi.Input<string>;
  /** At most 128 characters. */
  email?: pulumi.Input<string>;
  /** The industry, for example RETAIL. */
  vertical?: pulumi.Input<string>;
  /** At most 2, each with `http://` or `https://` and at most 256 characters. */
  websites?: pulumi.Input<pulumi.Input<string>[]>;
  /** A JPEG or PNG, relative to the project's root. WhatsApp does not show it back: changes of the file are seen by its hash. */
  picture?: pulumi.Input<{ file: string }>;
  /** Meta app id: needed to upload the picture. */
  app?: pulumi.Input<string>;
  /** What happens when the resource goes: `retain` (default) leaves the profile, `clear` empties the declared fields that can be. */
  onRemove?: pulumi.Input<OnRemoveProfile>;
}

/** @see {@link BusinessProfileArgs} */
export class BusinessProfile extends pulumi.CustomResource {
  declare readonly phone: pulumi.Output<string>;
  /** Origin of the gateway that the state belongs to. */
  declare readonly gateway: pulumi.Output<string>;
  /** The connection it was written through, when none is declared. */
  declare readonly resolvedConnection: pulumi.Output<string | undefined>;
  /** Format of the stored state. */
  declare readonly stateVersion: pulumi.Output<number>;

  constructor(name: string, args: BusinessProfileArgs, options?: pulumi.CustomResourceOptions) {
    const inputs = {
      gateway: undefined,
      resolvedConnection: undefined,
      stateVersion: undefined,
      ...args,
      __provider: BUSINESS_PROFILE_HANDLER,
    };
    super("pulumi-nodejs:dynamic/mycobot:BusinessProfile", name, inputs, options);
  }
}
