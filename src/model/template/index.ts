export { canonicalTemplate } from "./canonical/index.ts";
export { compareTemplates, differsInSamplesOnly, observedAsDeclared } from "./compare/index.ts";
export { mediaFilesOf, replaceMediaFiles } from "./media.ts";
export * from "./rules/index.ts";
export * from "./tables/index.ts";
export type {
  MediaFile,
  TemplateBody,
  TemplateChange,
  TemplateComparison,
  TemplateComponent,
  TemplateReport,
} from "./types.ts";
export { templateVariables } from "./variables.ts";
