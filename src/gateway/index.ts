export type { Issue, Severity } from "../model/issue.ts";
export { lintMedia, MEDIA_TYPES, type MediaFacts, type MediaKind, type MediaType } from "../model/media/index.ts";
export * from "../model/message/index.ts";
export { type NormalizedPhoneNumber, normalizePhoneNumber } from "../model/phone-number/index.ts";
export type { BusinessProfiles } from "./api/business-profile.ts";
export type { ConnectionCall, ConnectionListCall, Connections } from "./api/connections.ts";
export type { MediaApi, MediaCall, MediaDownloadCall, MediaUploadCall } from "./api/media-calls.ts";
export type { Messages, ReceiptCall, SendCall } from "./api/messages.ts";
export type { GraphNode, NodeCall, Nodes } from "./api/nodes.ts";
export { onlyActive } from "./api/only-active.ts";
export type { PhoneNumberGetCall, PhoneNumberListCall, PhoneNumbers } from "./api/phone-numbers.ts";
export { isGenerated } from "./api/templates/generated-template.ts";
export type {
  PreviewCall,
  TemplateCall,
  TemplateListCall,
  Templates,
} from "./api/templates/template-calls.ts";
export type { LibraryCall, TemplateLibrary } from "./api/templates/template-library.ts";
export type { UploadSend, UploadStart, Uploads } from "./api/uploads.ts";
export type { WaitCall } from "./api/wait-until-active.ts";
export { GatewayError, isGatewayError, type WhatsAppErrorInfo } from "./errors/gateway-error.ts";
export { InvalidInputError } from "./errors/invalid-input-error.ts";
export { createGateway, type Gateway, plannedRequest } from "./gateway.ts";
export type { PlannedRequest } from "./http/planned-request.ts";
export type { OnProgress, Progress } from "./media/progress.ts";
export type { Deadlines } from "./options/deadlines.ts";
export { gatewayOptions } from "./options/from-environment.ts";
export type { Exchange, GatewayOptions } from "./options/gateway-options.ts";
export { gatewayOrigin, sameGateway } from "./options/gateway-origin.ts";
export type { Clock } from "./rate/clock.ts";
export { redact, redactedLine, registerSecret } from "./redact/index.ts";
export type * from "./types/index.ts";
