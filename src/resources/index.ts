export type { Vertical } from "../model/profile/index.ts";
export type { TemplateCategory, TemplateLanguage } from "../model/template/index.ts";
export { type Unchecked, unchecked } from "../model/unchecked.ts";
export { BusinessProfile, type BusinessProfileArgs } from "./business-profile.ts";
export { Connection, type ConnectionArgs } from "./connection.ts";
export { loadStack } from "./load-stack.ts";
export { MessagingStack } from "./messaging-stack.ts";
export { Template, type TemplateArgs, type TemplateButton, type TemplateComponent } from "./template.ts";
