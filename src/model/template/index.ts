export { type ButtonType, type ButtonValue, buttonKind, TEMPLATE_BUTTONS } from "./buttons/index.ts";
export { canonicalTemplate } from "./canonical.ts";
export { compareTemplates, observedAsDeclared } from "./compare/compare.ts";
export { differsInSamplesOnly } from "./compare/samples.ts";
export { HEADER_FORMATS, type HeaderFormatName } from "./components/header.ts";
export type { ComponentType } from "./components/index.ts";
export { type DeclarationOfRead, declarationOfRead, signedSamplesOf } from "./declaration-of-read.ts";
export {
  CATEGORIES,
  PARAMETER_FORMATS,
  type ParameterFormat,
  SUB_CATEGORIES,
  type TemplateCategory,
  type TemplateSubCategory,
} from "./envelope/category.ts";
export { LANGUAGES, lintLanguage, type TemplateLanguage } from "./envelope/language.ts";
export { lintTemplateName, SAMPLE_TEMPLATE_NAMES } from "./envelope/name.ts";
export { defaultTtl, isSameTtl, TTL_SECONDS } from "./envelope/time-to-live.ts";
export type { ButtonRequirement } from "./kinds.ts";
export {
  nameOfVersion,
  nextVersion,
  replacedVersions,
  SENDABLE_STATUS,
  sendableVersions,
  type TemplateVersion,
} from "./life-cycle/versions.ts";
export { ACCOUNT_QUOTAS, TEMPLATE_LIMITS } from "./limits.ts";
export { lintTemplate } from "./lint.ts";
export { mediaFilesOf, replaceMediaFiles } from "./media.ts";
export type {
  MediaFile,
  TemplateBody,
  TemplateChange,
  TemplateComparison,
  TemplateComponent,
  TemplateReport,
} from "./types.ts";
export { templateVariables } from "./variables/template-variables.ts";
