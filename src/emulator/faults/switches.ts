import { z } from "zod";

const category = z.enum(["AUTHENTICATION", "MARKETING", "UTILITY"]);

/** Rarer behaviour of the two servers, switched by name. Every switch has a default, so an empty object is the ordinary server. */
export const switchesSchema = z.strictObject({
  categoryFlip: z
    .union([z.boolean(), z.strictObject({ from: category, to: category })])
    .default(false)
    .describe("a create comes out in another category; true: UTILITY becomes MARKETING"),
  wordsPerVariable: z
    .number()
    .min(0)
    .default(2.5)
    .describe("fewer words per variable in a body are refused (2388293); 0: never"),
  edgeRule: z
    .enum(["strict", "literal", "off"])
    .default("strict")
    .describe(
      "2388299. strict: a letter or digit must stand before the first and after the last variable; literal: any character",
    ),
  nameFilter: z
    .enum(["substring", "exact"])
    .default("substring")
    .describe("how the list's name filter matches (undocumented)"),
  subCategory: z.boolean().default(false).describe("new templates gain sub_category CUSTOM (FORM with a flow button)"),
  rejectDuplicateContent: z
    .boolean()
    .default(false)
    .describe("review rejects the same body and footer as another template"),
  editAnswer: z
    .enum(["success", "full"])
    .default("success")
    .describe("full: an edit answers id, name and category too"),
  exampleForm: z.enum(["list", "text"]).default("list").describe("how the sample of a copy-code button is read back"),
  missingTemplate: z
    .union([z.literal(404), z.literal(400)])
    .default(404)
    .describe("status of a delete that finds no template"),
  templateLimit: z.int().min(0).optional().describe("templates of an account (2388019); default 6000, unverified 250"),
  createsPerHour: z.int().min(0).default(100).describe("creates per hour and account (80008)"),
  callsPerHour: z
    .int()
    .min(0)
    .optional()
    .describe("management calls per hour and account (80008); default 5000, 200 without a number"),
  unverifiedBusiness: z.boolean().default(false).describe("250 templates, no authentication templates (2388185)"),
  defaultConnection: z
    .enum(["oldest", "newest"])
    .default("oldest")
    .describe("which ACTIVE connection serves without Maton-Connection"),
  connectionCreateShape: z.enum(["flat", "id-only", "nested"]).default("flat").describe("answer of POST /connections"),
  deleteStatus: z
    .union([z.literal(200), z.literal(204)])
    .default(200)
    .describe("answer of DELETE /connections/{id}"),
  retryAfter: z.boolean().default(false).describe("429 carries Retry-After"),
  matonErrorShape: z.enum(["nested", "flat"]).default("nested").describe('Maton errors inside "error" or bare'),
  matonTraceId: z.boolean().default(false).describe("Maton errors carry trace_id"),
  deadGrant: z.boolean().default(false).describe("the connection stays ACTIVE, every proxied call answers 500"),
  lostPermission: z.boolean().default(false).describe("every id answers 100/33, as if it did not exist"),
  forbidden: z
    .union([z.boolean(), z.literal(10), z.literal(200)])
    .default(false)
    .describe("every proxied call answers 403 with this code; true: 200"),
  listEmpty: z.boolean().default(false).describe("the template list is empty, without an error"),
  listShort: z.boolean().default(false).describe("the template list ends halfway, without saying so"),
  undeliverable: z
    .array(z.string())
    .default([])
    .describe("numbers that WhatsApp cannot reach (131026): digits, or a business-scoped id"),
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
    .describe("messages in any sliding second and phone (130429), 80 at WhatsApp; 0: no limit"),
  pairRate: z.boolean().default(false).describe("one message in 6 seconds to one number, 45 at once (131056)"),
  connectLinkMinutes: z.number().min(0).default(30).describe("how long a connect URL works"),
});

export type Switches = z.output<typeof switchesSchema>;
