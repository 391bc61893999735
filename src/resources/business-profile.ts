import type { OnRemoveProfile } from "../model/policies.ts";
import type { Vertical } from "../model/profile/index.ts";
import { RESOURCE_TYPES } from "../model/resource-types.ts";
import type { Unchecked } from "../model/unchecked.ts";
import { BUSINESS_PROFILE_HANDLER } from "./handlers.ts";
import * as pulumi from "./pulumi.ts";

/**
 * The business profile of one phone number. Every phone number has exactly one: creating the resource takes it under
 * management. Only declared fields are managed.
 */
export interface BusinessProfileArgs {
  /** Phone number id, a string of digits. A change replaces. */
  phone: pulumi.Input<string>;
  /** Maton connection id. Without it: `MATON_CONNECTION`, else the account's only ACTIVE connection. */
  connection?: pulumi.Input<string>;
  /** Limits: `PROFILE_LIMITS`. Cannot be cleared. */
  about?: pulumi.Input<string>;
  /** `""` clears it. */
  address?: pulumi.Input<string>;
  /** `""` clears it. */
  description?: pulumi.Input<string>;
  /** `""` clears it. */
  email?: pulumi.Input<string>;
  /** The industry, one of `VERTICALS`. Cannot be cleared. */
  vertical?: pulumi.Input<Vertical | Unchecked>;
  /** http(s) URLs. `[]` clears them. */
  websites?: pulumi.Input<pulumi.Input<string>[]>;
  /** A JPEG or PNG, relative to the project's root. WhatsApp does not return it: a changed file is detected by its hash. */
  picture?: pulumi.Input<{ file: string }>;
  /** Meta app id, required to upload the picture. */
  app?: pulumi.Input<string>;
  /** What removing the resource does: `retain` (default) keeps the profile, `clear` empties the declared fields that can be emptied. */
  onRemove?: pulumi.Input<OnRemoveProfile>;
}

/** @see {@link BusinessProfileArgs} */
export class BusinessProfile extends pulumi.CustomResource {
  declare readonly phone: pulumi.Output<string>;
  /** Origin of the gateway that wrote the state. */
  declare readonly gateway: pulumi.Output<string>;
  /** The connection that wrote it, if none is declared. */
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
    super(RESOURCE_TYPES.businessProfile, name, inputs, options);
  }
}
