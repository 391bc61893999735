export { lintLanguage } from "./fields/language.ts";
export { lintTemplateName } from "./fields/name.ts";
export { lintTemplate } from "./lint-template.ts";
