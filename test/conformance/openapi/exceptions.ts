import type { Exception } from "../harness/foreign-client.ts";

interface ExampleException extends Exception {
  operation: string;
  /** The examples that fail; all of the operation by default. */
  examples?: readonly string[];
}

/** Examples that the emulator refuses, or whose answer differs from the declared schema. */
export const EXCEPTIONS: readonly ExampleException[] = [
  {
    operation: "POST /{Phone-Number-ID}/messages",
    examples: [
      "Send Catalog Template Message",
      "Send Message Template Interactive",
      "Send Message Template Media",
      "Send Message Template Text",
      "Send Sample Issue Resolution Template",
      "Send Sample Shipping Confirmation Template",
      "Send Sample Text Message",
    ],
    reason: "the example sends a template that the account does not have",
    detail: /^404 .*"code":132001/,
  },
  {
    operation: "POST /{Phone-Number-ID}/messages",
    examples: ["Send Reply to List Message"],
    reason: "the example lacks `type`, so that it is a text message without a text",
    detail: /^400 .*Parameter 'text' is mandatory/,
  },
  ...["GET /{Phone-Number-ID}/message_qrdls", "POST /{Phone-Number-ID}/message_qrdls"].map((operation) => ({
    operation,
    reason:
      "the schema's pattern for codes, `^[A-Z2-7]{14}$`, excludes the code in the description's own examples, `ANED2T5QRU7HG1`; the emulator's codes end in 1, too",
    detail: /code must match pattern/,
  })),
  {
    operation: "GET /{Phone-Number-ID}/message_qrdls/{QR-Code-ID}",
    reason: "the description answers the code itself; clients in use read it from a list with one entry",
    detail: /must have required property 'code'/,
  },
  {
    operation: "GET /{Phone-Number-ID}/settings",
    examples: ["without parameters"],
    reason:
      "the description requires settings of calls that the documentation does not show for a number without them, and has `visible` where the documentation has `DEFAULT`",
    detail: /must have required property 'ip_addresses'/,
  },
  {
    operation: "POST /{Phone-Number-ID}/verify_code",
    reason: "the code in the example is not the one that was sent",
    detail: /^400 .*"code":136025/,
  },
  {
    operation: "GET /{Media-ID}",
    reason:
      "the description has `file_size` as text; the documentation has a number. The switch `fileSize: text` answers text",
    detail: /file_size must be string/,
  },
  {
    operation: "GET /{Flow-ID}",
    examples: ["with the parameters' examples"],
    reason: "with `date_format=U` the emulator answers times as numbers; the schema has text for every format",
    detail: /expires_at must be string/,
  },
  {
    operation: "GET /{WABA-ID}/phone_numbers",
    reason:
      "the description requires `status`, which the documentation does not show without `fields`, and its lists of values lack CONNECTED, UNKNOWN and NOT_VERIFIED, which the documentation has",
    detail: /'status'|status must be equal/,
  },
  {
    operation: "POST /{WABA-ID}/message_templates",
    examples: ["Create authentication template w/ OTP one-tap autofill button", "Create catalog template"],
    reason: "the example has `package_name` and `signature_hash` in the button, which WhatsApp accepts up to v20.0",
    detail: /^400 .*package_name, signature_hash/,
  },
  {
    operation: "DELETE /{WABA-ID}/message_templates",
    examples: ["without parameters"],
    reason: "a delete requires a name or ids; the description does not say so",
    detail: /^400 .*The parameter name is required/,
  },
];

/** Operations that the emulator does not serve, by subject. */
export const NOT_SERVED: Readonly<Record<string, RegExp>> = {
  "businesses, their accounts and credit": /\{(Business|Application|User)-ID\}/,
  calls: /\/(calls|call_permissions)$/,
  groups: /\{group_id\}|\/groups$/,
  "partner solutions": /\{Solution-ID\}|\/(solutions|set_solution_migration_intent)$/,
  "migration and transfer of accounts": /\{(Migration|OBO-Mobility)-Intent-ID\}|obo_mobility_intent|onbehalf_request/,
  "pre-verified numbers": /\{Pre-Verified-Phone-Number-ID\}/,
  "marketing messages API": /\/marketing_messages$/,
  "message history and encrypted messages": /message_history|\{Message-History-ID\}|messages_encrypted/,
  "settings of official, encrypted and regulated businesses":
    /official_business_account|whatsapp_business_encryption|business_compliance_info/,
  "activities and schedules of an account": /\/(activities|schedules)$/,
  "changes of assigned users": /^(POST|DELETE) .*\/assigned_users$/,
  "migration of flows": /\/migrate_flows$/,
  "nodes of profiles, bots and consumer accounts":
    /\{(WhatsApp-Business-Profile|WABA-Bot|WhatsApp-Account-Number)-ID\}/,
  "files at the media host, outside the Graph API": /\{Media-URL\}/,
  "webhooks, which WhatsApp sends": /\/whatsapp\/webhooks$/,
};
