export { BusinessProfile, type BusinessProfileArgs } from "./business-profile.ts";
export { Connection, type ConnectionArgs } from "./connection.ts";
export { MessagingStack } from "./messaging-stack.ts";
export { Template, type TemplateArgs } from "./template.ts";
