export { lintLanguage } from "./fields/language.ts";
export { lintTemplateName } from "./fields/name.ts";
export { lintTemplate } from "./lint-template.ts";
export { BUTTON_SHAPES } from "./shapes/button-shapes.ts";
export { COMPONENT_SHAPES } from "./shapes/component-shapes.ts";
export { buttonSchema, componentSchema } from "./shapes/schemas.ts";
export { templateShape } from "./shapes/template-shape.ts";
