export * from "./build/index.ts";
export { lintMessage } from "./rules/lint-message.ts";
export * from "./tables/index.ts";
export type * from "./types/index.ts";
