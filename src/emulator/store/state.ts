import type { JsonObject } from "../json.ts";

/** A template of an account. */
export interface TemplateRecord {
  id: string;
  /** What a read shows without `fields`, in WhatsApp's order; media samples as the handles that were sent. */
  shown: JsonObject;
  /** What a read shows only when `fields` names it. */
  asked: JsonObject;
  /** The verdict that is due, and when: on the emulator's clock, or at the next read. */
  review?: { outcome: "APPROVED" | "REJECTED"; at: number | "next-read" };
  /** Times of edits made while it was APPROVED. */
  edits: number[];
  created: number;
  updated: number;
}

/** A name and language that may not come back before `until`. */
export interface NameLock {
  name: string;
  language: string;
  category: string;
  until: number;
}

export interface Account {
  id: string;
  fields: JsonObject;
  /** Newest first, as WhatsApp lists them. */
  templates: TemplateRecord[];
  locks: NameLock[];
  /** Times of the creates and of all management calls within the last hour, refused ones too. */
  creates: number[];
  calls: number[];
  /** The app's webhook subscription, with its callback override; undefined when the app is not subscribed. */
  subscription?: { overrideCallbackUri?: string };
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
  /** The code that was sent to the number last. */
  verificationCode?: string;
  /** Times of register and deregister calls within the last 72 hours. */
  registrations: number[];
  settings: JsonObject;
  commerce: { isCartEnabled: boolean; isCatalogVisible: boolean };
  qrCodes: QrCode[];
  /** Ids of blocked users. */
  blocked: string[];
}

export type ConnectionStatus = "ACTIVE" | "PENDING" | "FAILED";

export interface Connection {
  id: string;
  app: string;
  method: string;
  status: ConnectionStatus;
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
  /** The request as it came. */
  request: JsonObject;
  /** When it was accepted, milliseconds. */
  at: number;
  /** Why it was not delivered, shaped as in a status webhook. */
  errors?: JsonObject[];
}

/** A message of a user, as the control surface made it. */
export interface InboundMessage {
  id: string;
  phone: string;
  from: string;
  text: string;
  at: number;
  /** When the business marked it as read, and until when it shows that it is typing. */
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

/** Everything that the emulator remembers, as plain JSON. */
export interface EmulatorState {
  version: 1;
  clockOffset: number;
  /** Id of the connection that exists from the start: it survives a reset. */
  firstConnection: string;
  accounts: Account[];
  phones: Phone[];
  connections: Connection[];
  uploads: UploadSession[];
  /** MIME types of the media handles that this emulator issued. */
  handles: Record<string, string>;
  /** In the order they were sent and received. */
  messages: SentMessage[];
  inbound: InboundMessage[];
  media: MediaRecord[];
  /** When the burst of a pair of numbers ("PHONE:WA_ID") is used up, for the pair rate limit. */
  pairs: Record<string, number>;
}
