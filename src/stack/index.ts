/**
 * Stack files: read with positions, merged, interpolated, checked and expanded to WhatsApp's template bodies.
 *
 * @module
 */
export { type DeclaredAt, type DeclaredStack, type DeclaredStacks, declaredStacks } from "./declared-stacks.ts";
export { type StackEdit, writeStackEdit } from "./edit/edit-stack.ts";
export { replaceFile } from "./edit/replace-file.ts";
export { bumpEdit, type RetireEdit, retireEdit } from "./edit/version-edits.ts";
export { checkStack, checkStacks, checkStackText, type LoadOptions, loadStack, type StackCheck } from "./load-stack.ts";
export { claimsBeside } from "./rules/claims.ts";
export { relativeTo, sampleExtension } from "./sample-files.ts";
export { stackJsonSchema } from "./sections/stack-file.ts";
export { StackError } from "./stack-error.ts";
export { findProjectRoot, type StackPath, stackFiles, stackPlace } from "./stack-path.ts";
export { contentDigest } from "./templates/accepted.ts";
export type * from "./types.ts";
export { addedTo, NotABlock } from "./writing/add-to-stack.ts";
export { stackText, type WrittenProfile } from "./writing/stack-text.ts";
export { type TemplateEntry, templateEntries, type WrittenTemplate } from "./writing/template-entries.ts";
