import type { Issue } from "../model/issue.ts";
import type { AdoptPolicy, OnRemoveProfile, OnRemoveTemplate } from "../model/policies.ts";
import type { BusinessProfileFields } from "../model/profile/index.ts";
import type { TemplateBody } from "../model/template/index.ts";

/** An issue of a stack file with its position (1-based), also if the value comes from an extended file. */
export interface StackIssue extends Issue {
  file: string;
  line: number;
  column: number;
}

/** One template in one language: it becomes one Pulumi resource. */
export interface TemplateDeclaration {
  /** The key in the stack file. */
  key: string;
  /** The declared `version`, if any; for an older version, its number under `previous`. */
  version?: number;
  /** True for the versions under `previous`. */
  previous: boolean;
  /** Pulumi's logical name: `key/en_US`, or `key@2/en_US` with a version. */
  logicalName: string;
  /** The body of WhatsApp's create call in canonical form, with the remote name. Media headers contain a MediaFile. */
  body: TemplateBody;
  /** The names in the stack file of the variables of its buttons, which WhatsApp calls `{{1}}`. Absent if there are none. */
  buttonVariables?: readonly { index: number; variable: string }[];
  /** The template's own, else the setting's. */
  onRemove: OnRemoveTemplate;
  adopt: AdoptPolicy;
  /** The template's own, else the setting's. */
  protect: boolean;
  /** The reason under `accepted`, while its digest matches the content: broken creation rules are notes then. */
  accepted?: string;
}

export interface ProfileDeclaration {
  /** Phone number id. */
  phone: string;
  /** The declared fields only. */
  fields: BusinessProfileFields;
  /** Picture file, relative to the project's root. */
  picture?: string;
  onRemove: OnRemoveProfile;
}

export type ConnectionDeclaration = { key: string } & ({ app: string; id?: never } | { id: string; app?: never });

export interface StackSettings {
  namePrefix: string;
  onRemove: OnRemoveTemplate;
  protect: boolean;
  adopt: AdoptPolicy;
  /** How many templates one run may delete: a whole number, or a share of the managed templates such as `10%`. */
  maxDeletes: number | string;
  allowEmpty: boolean;
}

/** A stack file, merged, interpolated and checked. */
export interface Stack {
  /** `dev` for stacks/dev.yaml. */
  name: string;
  /** Absolute path. */
  file: string;
  account: { waba: string; connection?: string; app?: string };
  settings: StackSettings;
  connections: ConnectionDeclaration[];
  profiles: ProfileDeclaration[];
  templates: TemplateDeclaration[];
  /** Warnings and notes: a stack with errors is not loaded. */
  issues: StackIssue[];
}
