/**
 * Stack files: read with positions, merged, interpolated, checked and expanded to WhatsApp's template bodies.
 *
 * @module
 */
export { type DeclaredAt, type DeclaredStack, type DeclaredStacks, declaredStacks } from "./declared-stacks.ts";
export { type StackEdit, writeStackEdit } from "./edit/edit-stack.ts";
export { replaceFile } from "./edit/replace-file.ts";
export { bumpEdit, type RetireEdit, retireEdit } from "./edit/version-edits.ts";
export { checkStack, checkStacks, type LoadOptions, loadStack, type StackCheck } from "./load-stack.ts";
export { stackJsonSchema } from "./sections/stack-file.ts";
export { StackError } from "./stack-error.ts";
export { findProjectRoot, stackFiles } from "./stack-path.ts";
export { contentDigest } from "./templates/accepted.ts";
export type * from "./types.ts";
