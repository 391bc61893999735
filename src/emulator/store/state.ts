import type { JsonObject } from "../json.ts";

/** A template of an account. */
export interface TemplateRecord {
  id: string;
  /** What a read shows without `fields`, in WhatsApp's order; media samples as the handles that were sent. */
  shown: JsonObject;
  /** What a read shows only when `fields` names it. */
  asked: JsonObject;
  /** The pending verdict and its time: on the emulator's clock, or at the next read. */
  review?: { outcome: "APPROVED" | "REJECTED"; at: number | "next-read" };
  /** Times of edits made while it was APPROVED. */
  edits: number[];
  /** How often low quality has paused it, and when the present pause ends. */
  pauses?: number;
  pausedUntil?: number;
  /** When it was last sent. */
  used?: number;
  /** PENDING_DELETION: when it ceases to exist. */
  goneAt?: number;
  /** LIMIT_EXCEEDED until the account has room for it. */
  isAboveLimit?: boolean;
  created: number;
  updated: number;
}

/** A name and language that cannot be created before `until`. */
export interface NameLock {
  name: string;
  language: string;
  category: string;
  until: number;
}

export const FLOW_STATUSES = ["DRAFT", "PUBLISHED", "DEPRECATED", "BLOCKED", "THROTTLED"] as const;

type FlowStatus = (typeof FLOW_STATUSES)[number];

/** A flow of an account. */
export interface FlowRecord {
  id: string;
  name: string;
  categories: string[];
  status: FlowStatus;
  endpointUri?: string;
  /** Id of the connected app. */
  application: string;
  /** The flow JSON, as it was uploaded. */
  json?: string;
  /** What is wrong with the flow JSON, in WhatsApp's form. */
  validationErrors: JsonObject[];
  /** When name, categories, endpoint, app or JSON last changed. */
  updated: number;
  /** The token in the preview's URL, and when it expires. */
  preview?: { token: string; until: number };
}

export interface Account {
  id: string;
  fields: JsonObject;
  /** Newest first, as WhatsApp lists them. */
  templates: TemplateRecord[];
  locks: NameLock[];
  /** In the order of their creation. */
  flows: FlowRecord[];
  /** Times of creates and of all management calls within the last hour, refused calls included. */
  creates: number[];
  calls: number[];
  /** The app's webhook subscription, with its callback override; undefined when the app is not subscribed. */
  subscription?: { overrideCallbackUri?: string };
  /** Id of the connected product catalog. */
  catalog?: string;
}

export interface QrCode {
  code: string;
  message: string;
  created: number;
}

export interface Phone {
  id: string;
  waba: string;
  fields: JsonObject;
  profile: JsonObject;
  registered: boolean;
  /** Two-step verification; undefined until the first registration sets it. */
  pin?: string;
  /** The last code that was sent to the number. */
  verificationCode?: string;
  /** Times of register and deregister calls within the last 72 hours. */
  registrations: number[];
  settings: JsonObject;
  commerce: { isCartEnabled: boolean; isCatalogVisible: boolean };
  qrCodes: QrCode[];
  /** Ids of blocked users. */
  blocked: string[];
}

export const CONNECTION_STATES = ["ACTIVE", "PENDING", "FAILED"] as const;

export type ConnectionState = (typeof CONNECTION_STATES)[number];

export interface ConnectionRecord {
  id: string;
  app: string;
  method: string;
  status: ConnectionState;
  created: string;
  updated: string;
  sessionToken: string;
  /** When the connect URL stops working, on the emulator's clock. */
  linkUntil: number;
  metadata: JsonObject;
}

export interface UploadSession {
  id: string;
  app: string;
  type: string;
  length: number;
  name?: string;
  received: number;
  handles: string[];
}

/** A message that the business sent. */
export interface SentMessage {
  id: string;
  phone: string;
  /** wa_id, BSUID or group id. */
  to: string;
  type: string;
  /** The parameters of the request. */
  request: JsonObject;
  /** When it was accepted, milliseconds. */
  at: number;
  /** Why it was not delivered, shaped as in a status webhook. */
  errors?: JsonObject[];
  /** The recipient's phone is switched off: it stays sent. */
  isUndelivered?: boolean;
}

/** A message of a user, which a control call creates. */
export interface InboundMessage {
  id: string;
  phone: string;
  from: string;
  text: string;
  at: number;
  /** When the business marked it as read, and when its typing indicator ends. */
  readAt?: number;
  typingUntil?: number;
}

/** A file that was uploaded for messages. Its bytes are kept in memory only. */
export interface MediaRecord {
  id: string;
  phone: string;
  mimeType: string;
  /** Hexadecimal. */
  sha256: string;
  size: number;
  name?: string;
  uploaded: number;
}

/** The whole state of the emulator, as plain JSON. */
export interface EmulatorState {
  version: 1;
  clockOffset: number;
  /** Id of the connection that exists from the start: it survives a reset. */
  firstConnection: string;
  accounts: Account[];
  phones: Phone[];
  connections: ConnectionRecord[];
  uploads: UploadSession[];
  /** MIME types of the media handles that this emulator issued. */
  handles: Record<string, string>;
  /** In the order in which they were sent and received. */
  messages: SentMessage[];
  inbound: InboundMessage[];
  media: MediaRecord[];
  /** The time up to which a pair of numbers ("PHONE:WA_ID") has used its rate. */
  pairs: Record<string, number>;
}
