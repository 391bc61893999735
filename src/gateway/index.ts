export type { AccountCall, PreviewCall, TemplateCall, TemplateListCall, Templates } from "./api/templates.ts";
export { GatewayError, isGatewayError, type WhatsAppErrorInfo } from "./errors/gateway-error.ts";
export { createGateway, type Gateway } from "./gateway.ts";
export { gatewayOptions } from "./options/from-environment.ts";
export type { Exchange, GatewayOptions } from "./options/gateway-options.ts";
export { redact, registerSecret } from "./redact/index.ts";
export type * from "./types/index.ts";
