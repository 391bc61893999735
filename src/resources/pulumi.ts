/**
 * The parts of Pulumi's SDK that the program uses, imported from their own files. The package's index also loads the closure
 * serializer with TypeScript and npm's dependency resolver (600 modules, most of the start-up time), which only handlers that are
 * functions need; ours are constant strings. The classes are the same objects as those that the index exports.
 */
export { RunError } from "@pulumi/pulumi/errors.js";
export * as log from "@pulumi/pulumi/log/index.js";
export { getOrganization, getProject, getStack } from "@pulumi/pulumi/metadata.js";
export { all, type Input, type Output } from "@pulumi/pulumi/output.js";
export {
  ComponentResource,
  type ComponentResourceOptions,
  CustomResource,
  type CustomResourceOptions,
  type Resource,
} from "@pulumi/pulumi/resource.js";
export { invoke } from "@pulumi/pulumi/runtime/invoke.js";
export { isDryRun } from "@pulumi/pulumi/runtime/settings.js";
