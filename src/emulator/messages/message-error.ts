import { GraphError } from "../graph/graph-error.ts";
import type { JsonObject } from "../json.ts";

interface MessageErrorText {
  code: number;
  /** HTTP status; 400 unless given. */
  status?: number;
  message: string;
}

/**
 * Errors of the messages edge; `error_data.details` says what exactly is wrong.
 * Codes and titles: WhatsApp's error code page. Messages of 131008, 131009, 131030, 132000, 132001, 132012, 132015 and
 * 132018 as public reports show them; 404 for 132001 likewise.
 */
const MESSAGE_ERRORS = {
  missing: { code: 131008, message: "Required parameter is missing" },
  value: { code: 131009, message: "Parameter value is not valid" },
  undeliverable: { code: 131026, message: "Message undeliverable" },
  notAllowed: { code: 131030, message: "Recipient phone number not in allowed list" },
  reEngagement: { code: 131047, message: "Re-engagement message" },
  phoneNumberOnly: { code: 131062, message: "Business-scoped user ids are not supported for this message" },
  mediaUpload: { code: 131053, message: "Media upload error" },
  pairRate: { code: 131056, message: "(Business Account, Consumer Account) pair rate limit hit" },
  parameterCount: { code: 132000, message: "Number of parameters does not match the expected number of params" },
  noTemplate: { code: 132001, status: 404, message: "Template name does not exist in the translation" },
  textTooLong: { code: 132005, message: "Translated text too long" },
  parameterFormat: { code: 132012, message: "Parameter format does not match format in the created template" },
  paused: { code: 132015, message: "Template is paused" },
  disabled: { code: 132016, message: "Template is disabled" },
  /** By webhook only: WhatsApp answers the send before it creates the template. */
  directSendName: { code: 132021, message: "Template name is used by a template of another origin" },
  templateParameters: { code: 132018, message: "There's an issue with the parameters in your template" },
  directSendBlocked: { code: 139200, status: 403, message: "Direct Send access is blocked" },
  notRegistered: { code: 133010, message: "Account not registered" },
} as const satisfies Record<string, MessageErrorText>;

export type MessageErrorKind = keyof typeof MESSAGE_ERRORS;

/** Details that are the same for every occurrence. */
export const DETAILS = {
  malformedNumber: "The phone number is malformed",
  invalidMessageId: "Invalid message_id",
  undeliverable: "Message Undeliverable.",
  notAllowed: "Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.",
  phoneNumberOnly: "Authentication messages can be sent to phone numbers only, not to business-scoped user ids.",
  reEngagement:
    "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
  pairRate:
    "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.",
  whiteSpace: "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
} as const;

/** `error_data` of the messaging edges. */
export function blamed(details: string) {
  return { messaging_product: "whatsapp", details };
}

/** An error of the messages edge, in the recorded form: "(#131009) Parameter value is not valid", details in `error_data`. */
export function messageError(kind: MessageErrorKind, details: string): GraphError {
  const { code, status, message }: MessageErrorText = MESSAGE_ERRORS[kind];
  return new GraphError({
    message: `(#${code}) ${message}`,
    code,
    data: blamed(details),
    ...(status === undefined ? {} : { status }),
  });
}

/** "(#100) Invalid parameter", with the reason in the details. */
export function invalidDetails(details: string): GraphError {
  return new GraphError({ message: "(#100) Invalid parameter", code: 100, data: blamed(details) });
}

/** The error in the status of a message that was accepted and fails afterwards. */
export function statusError(kind: MessageErrorKind, details: string): JsonObject {
  const { code, message }: MessageErrorText = MESSAGE_ERRORS[kind];
  return { code, title: message, message, error_data: { details } };
}

/** The refusal of a message without the object that its type names. */
export function missingContent(type: string): GraphError {
  return messageError("missing", `Parameter '${type}' is mandatory for type '${type}'`);
}
