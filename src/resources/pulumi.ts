/**
 * The parts of Pulumi's SDK that a program uses, from their own files: the package's index loads the closure serializer as well, and
 * with it TypeScript and npm's dependency resolver (600 modules, most of a program's start), for resources whose handlers are
 * functions. Ours are constant strings. The classes are the same objects as the index exports.
 */
export { RunError } from "@pulumi/pulumi/errors.js";
export * as log from "@pulumi/pulumi/log/index.js";
export { getOrganization, getProject, getStack } from "@pulumi/pulumi/metadata.js";
export type { Input, Output } from "@pulumi/pulumi/output.js";
export {
  type Alias,
  ComponentResource,
  type ComponentResourceOptions,
  CustomResource,
  type CustomResourceOptions,
  type Resource,
} from "@pulumi/pulumi/resource.js";
export { invoke } from "@pulumi/pulumi/runtime/invoke.js";
