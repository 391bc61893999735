/**
 * Stack files: read with positions, merged, interpolated, checked and expanded to WhatsApp's template bodies.
 *
 * @module
 */
export { stackJsonSchema } from "./json-schema.ts";
export { checkStack, checkStacks, loadStack, type StackCheck } from "./load-stack.ts";
export { StackError } from "./stack-error.ts";
export { findProjectRoot } from "./stack-path.ts";
export { contentDigest } from "./templates/accepted.ts";
export type * from "./types.ts";
