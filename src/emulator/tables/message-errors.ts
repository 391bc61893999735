export interface MessageErrorText {
  code: number;
  /** HTTP status; 400 unless it says otherwise. */
  status?: number;
  message: string;
}

/**
 * Errors of the messages edge; what exactly is wrong stands in `error_data.details`.
 * Codes and titles: WhatsApp's error code page. Messages of 131008, 131009, 131030, 132000, 132001, 132012, 132015 and
 * 132018 as public reports show them; 404 for 132001 likewise.
 */
export const MESSAGE_ERRORS = {
  missing: { code: 131008, message: "Required parameter is missing" },
  value: { code: 131009, message: "Parameter value is not valid" },
  undeliverable: { code: 131026, message: "Message undeliverable" },
  notAllowed: { code: 131030, message: "Recipient phone number not in allowed list" },
  reEngagement: { code: 131047, message: "Re-engagement message" },
  mediaUpload: { code: 131053, message: "Media upload error" },
  pairRate: { code: 131056, message: "(Business Account, Consumer Account) pair rate limit hit" },
  parameterCount: { code: 132000, message: "Number of parameters does not match the expected number of params" },
  noTemplate: { code: 132001, status: 404, message: "Template name does not exist in the translation" },
  textTooLong: { code: 132005, message: "Translated text too long" },
  parameterFormat: { code: 132012, message: "Parameter format does not match format in the created template" },
  paused: { code: 132015, message: "Template is paused" },
  disabled: { code: 132016, message: "Template is disabled" },
  /** By webhook only: a send is answered before the template is made. */
  directSendName: { code: 132021, message: "Template name is used by a template of another origin" },
  templateParameters: { code: 132018, message: "There's an issue with the parameters in your template" },
  directSendBlocked: { code: 139200, status: 403, message: "Direct Send access is blocked" },
  notRegistered: { code: 133010, message: "Account not registered" },
} as const satisfies Record<string, MessageErrorText>;

/** Details that are the same every time. */
export const DETAILS = {
  malformedNumber: "The phone number is malformed",
  invalidMessageId: "Invalid message_id",
  undeliverable: "Message Undeliverable.",
  notAllowed: "Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.",
  reEngagement:
    "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
  pairRate:
    "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.",
  whiteSpace: "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
} as const;
