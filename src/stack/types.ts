import type { Issue } from "../model/issue.ts";
import type { BusinessProfileFields } from "../model/profile/index.ts";
import type { TemplateBody } from "../model/template/index.ts";

export type OnRemoveTemplate = "delete" | "retain";
export type OnRemoveProfile = "retain" | "clear";
export type AdoptPolicy = "matching" | "always" | "never";

/** An issue in a stack file, at its place in the text (1-based), also when a value came from an extended file. */
export interface StackIssue extends Issue {
  file: string;
  line: number;
  column: number;
}

/** One (template, language): what becomes one Pulumi resource. */
export interface TemplateDeclaration {
  /** The key in the stack file. */
  key: string;
  /** The declared `version`, when there is one; the number under `previous` for older ones. */
  version?: number;
  /** True for what stands under `previous`. */
  previous: boolean;
  /** Pulumi's logical name: `key/en_US`, or `key@2/en_US` with a version. */
  logicalName: string;
  /** What WhatsApp's create call wants, canonical, remote name included; media headers carry a MediaFile. */
  body: TemplateBody;
  /** The template's own, or the setting; `protect` too. */
  onRemove: OnRemoveTemplate;
  adopt: AdoptPolicy;
  protect: boolean;
  /** The reason given under `accepted`, while its digest matches: broken creation rules are notes then. */
  accepted?: string;
}

export interface ProfileDeclaration {
  /** Phone number id. */
  phone: string;
  /** Only the declared fields. */
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
  /** Templates that one run may delete: a whole number, or a share of the managed ones such as `10%`. Default: 10. */
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
