export { type ErrorCode, isMycobotError, type MycobotError } from "../errors/index.ts";
export type { Issue, Severity } from "../model/issue.ts";
export { lintMedia, MEDIA_TYPES, type MediaFacts, type MediaKind, type MediaType } from "../model/media/index.ts";
export * from "../model/message/index.ts";
export { type NormalizedPhoneNumber, normalizePhoneNumber } from "../model/phone-number/index.ts";
export type { Accounts, AccountUpdateBody, AssignedUser, AssignedUsersCall, WireAccount } from "./api/accounts.ts";
export type {
  AccountAnalytics,
  AnalyticsCall,
  AnalyticsPoint,
  ConversationAnalyticsCall,
  ConversationPoint,
  MessageAnalyticsCall,
  MessagePoint,
  TemplateAnalyticsCall,
  TemplatePoint,
} from "./api/analytics.ts";
export type { BusinessProfilePatch, BusinessProfiles, WireBusinessProfile } from "./api/business-profile.ts";
export type {
  Connection,
  ConnectionCall,
  ConnectionListCall,
  ConnectionStatus,
  Connections,
  WaitCall,
} from "./api/connections.ts";
export type {
  CreatedFlow,
  FlowAsset,
  FlowCall,
  FlowCreateBody,
  FlowListCall,
  Flows,
  FlowUpdateBody,
  FlowValidationError,
  WireFlow,
} from "./api/flows.ts";
export type {
  DownloadedMedia,
  MediaApi,
  MediaCall,
  MediaDownloadCall,
  MediaUploadCall,
  SampleCall,
  WireMedia,
} from "./api/media.ts";
export type { Messages, OutgoingMessage, RawSendCall, ReceiptCall, SendCall, SentMessage } from "./api/messages.ts";
export type { GraphNode, NodeCall, Nodes } from "./api/nodes.ts";
export { onlyActive } from "./api/only-active.ts";
export type { PhoneNumberGetCall, PhoneNumberListCall, PhoneNumbers, WirePhoneNumber } from "./api/phone-numbers.ts";
export type { AccountCall, CallOptions, PhoneCall, ProxyCall } from "./api/proxy-request.ts";
export type {
  AuthenticationPreview,
  AuthenticationPreviews,
  PreviewCall,
} from "./api/templates/authentication-previews.ts";
export type { ComparisonCall, TemplateComparison, TemplateComparisons } from "./api/templates/comparison.ts";
export type { LibraryCall, LibraryTemplate, TemplateLibrary } from "./api/templates/library.ts";
export type { MigratedTemplates, MigrationCall, TemplateMigration } from "./api/templates/migration.ts";
export type {
  CreatedTemplate,
  TemplateCall,
  TemplateCreateBody,
  TemplateEditBody,
  TemplateListCall,
  Templates,
} from "./api/templates/templates.ts";
export {
  isGenerated,
  type TemplatePage,
  type TemplateSummary,
  type UnreadableTemplate,
  type WireComponent,
  type WireTemplate,
} from "./api/templates/wire-template.ts";
export type { UploadSend, UploadSource, UploadStart, Uploads } from "./api/uploads.ts";
export { GatewayError, isGatewayError, type WhatsAppErrorInfo } from "./errors/gateway-error.ts";
export { InvalidInputError } from "./errors/invalid-input-error.ts";
export { momentAfter } from "./failures/whatsapp-failure.ts";
export { createGateway, type Gateway, plannedRequest } from "./gateway.ts";
export type { PlannedRequest } from "./http/planned-request.ts";
export type { OnProgress, Progress } from "./media/progress.ts";
export { DEFAULT_API_VERSION, DEFAULT_RATE } from "./options/defaults.ts";
export { type Deadlines, type Exchange, type GatewayOptions, gatewayOptions } from "./options/gateway-options.ts";
export { gatewayOrigin, sameGateway } from "./options/gateway-origin.ts";
export type { Clock } from "./rate/clock.ts";
export { redact, redactedLine, registerSecret } from "./redact.ts";
