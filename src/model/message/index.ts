export * from "./build/index.ts";
export { checkTemplateParameters } from "./parameters/check-template-parameters.ts";
export { lintMessage } from "./rules/lint-message.ts";
export * from "./tables/index.ts";
export type * from "./types/index.ts";
