/**
 * Stack files: read with positions, merged, interpolated, checked and expanded to WhatsApp's own template bodies.
 *
 * @module
 */
export { checkStack, type StackCheck } from "./check-stack.ts";
export { checkStacks } from "./check-stacks.ts";
export { contentDigest } from "./content-digest.ts";
export { loadStack } from "./load-stack.ts";
export { findProjectRoot } from "./project-root.ts";
export { stackJsonSchema } from "./schema/json-schema.ts";
export { StackError } from "./stack-error.ts";
export type * from "./types.ts";
