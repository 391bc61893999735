import type { GraphErrorFields } from "../graph/graph-error.ts";

function blamed(details: string) {
  return { messaging_product: "whatsapp", details };
}

/**
 * Errors of a phone number's edges. Recorded: 136024 and 136025 (texts in the user's language), 133010. The ones with
 * code 100 or 803 stand in Meta's own API description. The rest: the error code page.
 */
export const PHONE_ERRORS = {
  codeNotSent: {
    message: "Request code error",
    code: 136024,
    subcode: 2388091,
    title: "Couldn't send code",
    userMessage: "Please try again after some time.",
  },
  wrongCode: {
    message: "Verify code error",
    code: 136025,
    subcode: 2388093,
    title: "Couldn't verify code",
    userMessage: "The code you entered is incorrect.",
  },
  pinFormat: { message: "Invalid PIN format. PIN must be exactly 6 digits", code: 100 },
  wrongPin: {
    message: "(#133005) Two step verification PIN mismatch",
    code: 133005,
    data: blamed("Two step verification PIN mismatch"),
  },
  notVerified: {
    message: "(#133006) Phone number re-verification needed",
    code: 133006,
    data: blamed("The phone number must be verified before it is registered"),
  },
  notRegistered: { message: "(#133010) Account not registered", code: 133010 },
  tooManyRegistrations: {
    message: "(#133016) Account register deregister rate limit exceeded",
    code: 133016,
    data: blamed("Too many register or deregister requests for this number within 72 hours. Try again later."),
  },
  tooManyNumbers: {
    status: 403,
    message: "Phone number limit exceeded for this WhatsApp Business Account",
    code: 200,
    subcode: 1349175,
    title: "Limit Exceeded",
    userMessage: "You have reached the maximum number of phone numbers for this account",
  },
  notE164: { message: "Invalid parameter: phone_number must be in E.164 format", code: 100 },
  numberTaken: {
    message: "Phone number is already registered with WhatsApp Business",
    type: "GraphMethodException",
    code: 100,
  },
  callbackFormat: { message: "Invalid callback URI format", code: 100 },
  qrNotFound: {
    status: 404,
    message: "QR code not found",
    type: "GraphMethodException",
    code: 803,
    title: "QR Code Not Found",
    userMessage: "The QR code you're trying to access doesn't exist or has been deleted",
  },
  qrCodeFormat: { message: "Invalid QR code ID format. Expected 14-character alphanumeric string", code: 100 },
  qrMessageLength: { message: "Invalid prefilled_message length. Maximum 140 characters allowed", code: 100 },
  tooManyPrompts: { message: "Too many prompts provided. Maximum allowed is 4", code: 100 },
  promptTooLong: { message: "Prompt text exceeds maximum length of 80 characters", code: 100 },
  tooManyCommands: { message: "Too many commands provided. Maximum allowed is 30", code: 100 },
  commandName: {
    message: "Invalid command name format. Command names must contain only alphanumeric characters and underscores",
    code: 100,
  },
  commandTooLong: { message: "Command description exceeds maximum length of 256 characters", code: 100 },
} as const satisfies Record<string, GraphErrorFields>;
