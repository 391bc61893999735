export { lintLanguage } from "./fields/language.ts";
export { lintTemplateName } from "./fields/name.ts";
export { lintTemplate } from "./lint-template.ts";
export { buttonSchema, componentSchema } from "./shapes/schemas.ts";
export { templateShape } from "./shapes/template-shape.ts";
