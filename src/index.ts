/**
 * Mycobot as a library of a Pulumi project: WhatsApp message templates, business profiles and gateway connections as
 * resources, and `MessagingStack`, which declares everything that a stack file says.
 *
 * @module
 */
export {
  BusinessProfile,
  type BusinessProfileArgs,
  Connection,
  type ConnectionArgs,
  loadStack,
  MessagingStack,
  Template,
  type TemplateArgs,
  type TemplateButton,
  type TemplateCategory,
  type TemplateComponent,
  type TemplateLanguage,
  type Unchecked,
  unchecked,
  type Vertical,
} from "./resources/index.ts";
export { type Stack, StackError } from "./stack/index.ts";
