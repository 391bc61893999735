import { z } from "zod";
import { RATES } from "../tables/rates.ts";
import { LIMITS } from "../tables/templates.ts";

const { callsPerHour, createsPerHour, messagesPerSecond, pair } = RATES;

const category = z.enum(["AUTHENTICATION", "MARKETING", "UTILITY"]);

/** Rare behaviour of the two servers, by name. Every switch has a default; `{}` is the ordinary server. */
const switchesSchema = z.strictObject({
  categoryFlip: z
    .union([z.boolean(), z.strictObject({ from: category, to: category })])
    .default(false)
    .describe("a create answers another category; true: UTILITY becomes MARKETING"),
  wordsPerVariable: z
    .number()
    .min(0)
    .default(2.5)
    .describe("a body with fewer words per variable is refused (2388293); 0: never"),
  edgeRule: z
    .enum(["strict", "literal", "off"])
    .default("strict")
    .describe(
      "2388299. strict: the body must have a letter or digit before the first and after the last variable; literal: any character",
    ),
  nameFilter: z
    .enum(["substring", "exact"])
    .default("substring")
    .describe("how the list's name filter matches (undocumented)"),
  subCategory: z
    .boolean()
    .default(false)
    .describe("new templates get the sub_category CUSTOM (FORM with a flow button)"),
  rejectDuplicateContent: z
    .boolean()
    .default(false)
    .describe("review rejects the same body and footer as another template"),
  userLanguage: z
    .enum(["en", "pt_BR"])
    .default("en")
    .describe("language of error_user_title and error_user_msg: that of the user behind the connection"),
  editAnswer: z
    .enum(["success", "full"])
    .default("success")
    .describe("full: an edit also answers id, name and category"),
  exampleForm: z.enum(["list", "text"]).default("list").describe("how a read shows the sample of a copy-code button"),
  qrCodeInPath: z
    .boolean()
    .default(false)
    .describe("a QR code can also be updated by POST …/message_qrdls/{code}; otherwise only by the parameter code"),
  fileSize: z.enum(["number", "text"]).default("number").describe("how a read of media shows file_size"),
  profileId: z.boolean().default(false).describe("a business profile has the field id"),
  emptyFooter: z.boolean().default(false).describe("an interactive message can have footer: {}, which is ignored"),
  missingTemplate: z
    .union([z.literal(404), z.literal(400)])
    .default(404)
    .describe("status of a delete that finds no template"),
  templateLimit: z
    .int()
    .min(0)
    .optional()
    .describe(
      `templates of an account (2388019); default ${LIMITS.templates}, unverified ${LIMITS.templatesUnverified}`,
    ),
  createsPerHour: z.int().min(0).default(createsPerHour).describe("creates per hour and account (80008)"),
  callsPerHour: z
    .int()
    .min(0)
    .optional()
    .describe(
      `management calls per hour and account (80008); default ${callsPerHour.withPhoneNumber}, without a phone number ${callsPerHour.withoutPhoneNumber}`,
    ),
  unverifiedBusiness: z
    .boolean()
    .default(false)
    .describe(`${LIMITS.templatesUnverified} templates, no authentication templates (2388185)`),
  defaultConnection: z
    .enum(["oldest", "newest"])
    .default("oldest")
    .describe("which ACTIVE connection serves calls without Maton-Connection"),
  connectionCreateShape: z.enum(["flat", "id-only", "nested"]).default("flat").describe("answer to POST /connections"),
  deleteStatus: z
    .union([z.literal(200), z.literal(204)])
    .default(200)
    .describe("status of the answer to DELETE /connections/{id}"),
  retryAfter: z.boolean().default(false).describe("429 has Retry-After"),
  matonErrorShape: z.enum(["nested", "flat"]).default("nested").describe('Maton errors inside "error", or flat'),
  matonTraceId: z.boolean().default(false).describe("Maton errors have trace_id"),
  deadGrant: z.boolean().default(false).describe("the connection stays ACTIVE, every proxied call answers 500"),
  lostPermission: z.boolean().default(false).describe("every id answers 100/33, like an unknown id"),
  forbidden: z
    .union([z.boolean(), z.literal(10), z.literal(200)])
    .default(false)
    .describe("every proxied call answers 403 with this code; true: 200"),
  listEmpty: z.boolean().default(false).describe("the template list is empty, without an error"),
  listShort: z.boolean().default(false).describe("the template list ends halfway, without an error"),
  undeliverable: z
    .array(z.string())
    .default([])
    .describe("numbers that WhatsApp cannot reach (131026): digits, or a business-scoped id"),
  switchedOff: z
    .array(z.string())
    .default([])
    .describe(
      "numbers whose phones are off: messages to them stay sent, and a template of theirs that is deleted is PENDING_DELETION for up to 30 days",
    ),
  deliveryErrors: z
    .enum(["answer", "status"])
    .default("answer")
    .describe("where 131026 and 131047 appear: in the answer to the send, or in the message's status afterwards"),
  directSend: z
    .enum(["on", "off", "blocked"])
    .default("on")
    .describe(
      "off: message_samples and messages with a category answer 100 (not enabled); blocked: such messages answer 139200",
    ),
  throughput: z
    .int()
    .min(0)
    .default(0)
    .describe(
      `messages in any sliding second and phone number (130429), ${messagesPerSecond} at WhatsApp; 0: no limit`,
    ),
  pairRate: z
    .boolean()
    .default(false)
    .describe(`one message in ${pair.intervalMs / 1000} seconds to one number, ${pair.burst} at once (131056)`),
  connectLinkMinutes: z.number().min(0).default(30).describe("minutes until a connect URL expires"),
});

export type Switches = z.output<typeof switchesSchema>;

const matchSchema = z.strictObject({
  method: z.string().optional().describe("GET, POST, …; any when absent"),
  path: z
    .string()
    .optional()
    .describe(
      "glob over the path (* within a segment, ** across), or /regex/flags over path and query; any when absent",
    ),
  nth: z
    .int()
    .min(1)
    .optional()
    .describe("the first matching request that is hit, counted from 1; only this one unless times is given"),
  times: z
    .int()
    .min(1)
    .optional()
    .describe("how many matching requests are hit; all when neither nth nor times is given"),
});

const effectSchema = z.strictObject({
  status: z.int().min(200).max(599).optional().describe("answer with this status"),
  body: z.json().optional().describe("JSON, or text (HTML when it starts with <)"),
  headers: z.record(z.string(), z.string()).optional(),
  delayMs: z.number().min(0).optional().describe("wait first, in real milliseconds"),
  reset: z.boolean().optional().describe("cut the connection without an answer"),
  truncate: z.boolean().optional().describe("send the real answer, but only half of its body"),
  applyFirst: z.boolean().optional().describe("process the request, then fail as described"),
});

const ruleSchema = z.strictObject({
  match: matchSchema.default({}),
  // biome-ignore lint/suspicious/noThenProperty: the key of the file; never awaited
  then: effectSchema,
});

/** A faults file, and the body of `POST /_emulator/faults`: named switches, and rules that hit single requests. */
export const faultsSchema = z.strictObject({
  switches: switchesSchema.prefault({}),
  rules: z.array(ruleSchema).default([]),
});

export type FaultRule = z.output<typeof ruleSchema>;
export type FaultEffect = z.output<typeof effectSchema>;
export type Faults = z.output<typeof faultsSchema>;
export type FaultsInput = z.input<typeof faultsSchema>;

/** JSON Schema of a faults file. */
export function faultsJsonSchema(): object {
  return z.toJSONSchema(faultsSchema, { io: "input" });
}
