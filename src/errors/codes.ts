interface ErrorRow {
  /** The kind of exit code of `mycobot` (`EXIT` in src/cli). */
  exit: "failure" | "invalid" | "key" | "rate" | "safety" | "timedOut" | "interrupted";
  /** One or two sentences, for docs/reference/errors.md. */
  meaning: string;
}

/** Every code of a {@link MycobotError}. Codes are stable: scripts may branch on them. A new code is one row. */
export const ERRORS = {
  MYCO_USAGE: { exit: "invalid", meaning: "An option, an argument, an environment variable or a file is invalid." },
  MYCO_STACK_INVALID: {
    exit: "invalid",
    meaning: "A stack file is invalid. The message lists every problem with file, line and column.",
  },
  MYCO_STACK_NOT_FOUND: { exit: "invalid", meaning: "The stack file does not exist, or it is not part of a project." },
  MYCO_STACK_NOT_EDITABLE: {
    exit: "invalid",
    meaning: "A stack file cannot be edited by this command. Nothing was written.",
  },
  MYCO_VERSION_IN_USE: {
    exit: "safety",
    meaning: "An older version of a template is what senders get: no newer version is APPROVED. Nothing was written.",
  },
  MYCO_TEMPLATE_INVALID: { exit: "invalid", meaning: "A template violates one of WhatsApp's rules for new templates." },
  MYCO_PROFILE_INVALID: { exit: "invalid", meaning: "A field of a business profile exceeds one of WhatsApp's limits." },
  MYCO_MESSAGE_INVALID: {
    exit: "invalid",
    meaning: "A message exceeds one of WhatsApp's limits, or does not match its template.",
  },
  MYCO_MEDIA_INVALID: {
    exit: "invalid",
    meaning: "A media file is too large, empty, or of a type that WhatsApp does not support.",
  },
  MYCO_MEDIA_UNREADABLE: { exit: "invalid", meaning: "A media file cannot be read." },
  MYCO_MEDIA_UNWRITABLE: { exit: "failure", meaning: "A downloaded file cannot be written." },
  MYCO_KEY_MISSING: { exit: "key", meaning: "A request requires a key, and `MATON_API_KEY` is not set." },
  MYCO_KEY_MALFORMED: {
    exit: "key",
    meaning:
      "`MATON_API_KEY`, or the output of `MATON_API_KEY_COMMAND`, contains a space, a line break or another invalid character.",
  },
  MYCO_KEY_COMMAND: {
    exit: "key",
    meaning: "`MATON_API_KEY_COMMAND` failed, printed nothing, or did not end within 60 seconds.",
  },
  MYCO_KEY_REFUSED: { exit: "key", meaning: "Maton rejected the key." },
  MYCO_ACCESS_TOKEN_MISSING: {
    exit: "key",
    meaning: "A media download requires a WhatsApp access token, and `WHATSAPP_ACCESS_TOKEN` is not set.",
  },
  MYCO_ACCESS_TOKEN_REFUSED: { exit: "key", meaning: "WhatsApp's media host rejected `WHATSAPP_ACCESS_TOKEN`." },
  MYCO_INSECURE_URL: {
    exit: "invalid",
    meaning:
      "A URL would expose a secret: it uses plain http to another machine, or leads to a host that is not WhatsApp's.",
  },
  MYCO_CONNECTION_UNKNOWN: { exit: "invalid", meaning: "No connection has this id." },
  MYCO_CONNECTION_NOT_ACTIVE: {
    exit: "invalid",
    meaning: "No connection is ACTIVE: there is none, or only PENDING or FAILED ones.",
  },
  MYCO_CONNECTION_AMBIGUOUS: { exit: "invalid", meaning: "Several connections are ACTIVE, and none is specified." },
  MYCO_GATEWAY_UNREACHABLE: {
    exit: "failure",
    meaning: "Could not connect to the gateway, or the connection was lost.",
  },
  MYCO_GATEWAY_TIMEOUT: { exit: "failure", meaning: "The gateway did not answer in time." },
  MYCO_GATEWAY_RESPONSE: {
    exit: "failure",
    meaning: "An answer is not what the API promises: not JSON, incomplete, or of an unexpected shape.",
  },
  MYCO_GATEWAY_ERROR: {
    exit: "failure",
    meaning: "Maton returned an error of its own. Status 500 often means an expired grant.",
  },
  MYCO_RATE_LIMITED: { exit: "rate", meaning: "Too many requests for one of Maton's or WhatsApp's rate limits." },
  MYCO_QUOTA_EXHAUSTED: {
    exit: "rate",
    meaning: "The account's hourly quota of management calls is exhausted (80008).",
  },
  MYCO_WHATSAPP_ERROR: {
    exit: "failure",
    meaning: "WhatsApp returned an error. The message contains its code; the table below explains it.",
  },
  MYCO_PHONE_NUMBER_UNKNOWN: { exit: "failure", meaning: "No account that was searched has this phone number." },
  MYCO_TEMPLATE_UNKNOWN: { exit: "failure", meaning: "The account has no such template." },
  MYCO_FLOW_UNKNOWN: { exit: "failure", meaning: "The account has no flow of this name." },
  MYCO_TEMPLATE_EXISTS: { exit: "failure", meaning: "The template already exists in the account and is not adopted." },
  MYCO_NOTHING_TO_ADOPT: {
    exit: "failure",
    meaning: "The account has no templates that a stack file could declare. Nothing was written.",
  },
  MYCO_TEMPLATE_NOT_EDITABLE: {
    exit: "failure",
    meaning: "The template cannot be edited now, or this change is not possible by an edit.",
  },
  MYCO_TEMPLATE_LOCKED: { exit: "failure", meaning: "The template's name was deleted recently and is still locked." },
  MYCO_TEMPLATE_GENERATED: {
    exit: "failure",
    meaning: "WhatsApp generated the template (Direct Send). It cannot be adopted, edited or deleted.",
  },
  MYCO_LOSS_SUSPECTED: {
    exit: "safety",
    meaning: "A resource seems to be deleted, but this cannot be confirmed. Nothing was changed.",
  },
  MYCO_GATEWAY_CHANGED: {
    exit: "safety",
    meaning: "The state belongs to another gateway or another Maton account. No request was sent.",
  },
  MYCO_STATE_TOO_NEW: { exit: "invalid", meaning: "A newer release of Mycobot wrote the state. No request was sent." },
  MYCO_DELETE_REFUSED: {
    exit: "safety",
    meaning:
      "A deletion was refused: another resource failed in this run, or there are more deletions than `settings.maxDeletes` allows.",
  },
  MYCO_DECLARED: {
    exit: "safety",
    meaning:
      "A stack file of the project declares what a command was told to change by hand. `--force` does it anyway.",
  },
  MYCO_CANNOT_LISTEN: { exit: "failure", meaning: "The port is in use, or binding to it is not permitted." },
  MYCO_NOT_CONFIRMED: { exit: "safety", meaning: "An irreversible step requires confirmation, and none was given." },
  MYCO_TIMED_OUT: { exit: "timedOut", meaning: "The wait exceeded `--timeout`." },
  MYCO_INTERRUPTED: { exit: "interrupted", meaning: "The process was interrupted." },
  MYCO_INTERNAL: { exit: "failure", meaning: "An internal error: a bug in Mycobot." },
} as const satisfies Record<`MYCO_${string}`, ErrorRow>;

export type ErrorCode = keyof typeof ERRORS;
