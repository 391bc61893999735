export { canonicalTemplate } from "./canonical/index.ts";
export { compareTemplates, observedAsDeclared, READ_ONLY_FIELDS, samplesDiffer } from "./compare/index.ts";
export { mediaFilesOf, replaceMediaFiles } from "./media.ts";
export * from "./rules/index.ts";
export * from "./tables/index.ts";
export type {
  MediaFile,
  ParameterFormat,
  TemplateBody,
  TemplateCategory,
  TemplateChange,
  TemplateComparison,
  TemplateComponent,
  TemplateReport,
} from "./types.ts";
export { type TemplateVariables, templateVariables } from "./variables.ts";
