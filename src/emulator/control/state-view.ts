import type { EmulatorContext } from "../emulator-context.ts";
import type { JsonObject } from "../json.ts";
import { type MessageStatus, messageStatus } from "../store/messages.ts";
import type {
  Account,
  ConnectionRecord,
  FlowRecord,
  InboundMessage,
  MediaRecord,
  NameLock,
  Phone,
  SentMessage,
  UploadSession,
} from "../store/state.ts";

interface TemplateState extends JsonObject {
  id: string;
  /** Times of edits made while APPROVED, milliseconds. */
  edits: number[];
}

/** The state of the emulator, without session tokens. */
export interface EmulatorStateView {
  /** The emulator's time, milliseconds since the epoch, and how far it is ahead of the machine. */
  now: number;
  clockOffset: number;
  accounts: {
    id: string;
    fields: JsonObject;
    templates: TemplateState[];
    locks: NameLock[];
    flows: FlowRecord[];
    /** Undefined when the app is not subscribed to webhooks. */
    subscription: Account["subscription"];
  }[];
  phones: Phone[];
  connections: Omit<ConnectionRecord, "sessionToken">[];
  uploads: UploadSession[];
  /** Sent by the business, with their current status. */
  messages: (SentMessage & { status: MessageStatus })[];
  /** Received from users. */
  inbound: InboundMessage[];
  media: MediaRecord[];
}

function accountState({
  id,
  fields,
  templates,
  locks,
  flows,
  subscription,
}: Account): EmulatorStateView["accounts"][number] {
  return {
    id,
    fields,
    templates: templates.map((template) => ({
      ...template.shown,
      ...template.asked,
      id: template.id,
      edits: template.edits,
    })),
    locks,
    flows,
    subscription,
  };
}

export function stateView(emulator: EmulatorContext): EmulatorStateView {
  const { accounts, phones, connections, uploads, messages, inbound, media } = emulator.state;
  return structuredClone({
    now: emulator.now(),
    clockOffset: emulator.clock.offset,
    accounts: accounts.map(accountState),
    phones,
    connections: connections.map(({ sessionToken, ...rest }) => rest),
    uploads,
    messages: messages.map((message) => ({ ...message, status: messageStatus(message, emulator.now()) })),
    inbound,
    media,
  });
}
