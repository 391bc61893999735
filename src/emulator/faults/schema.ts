import { z } from "zod";
import { switchesSchema } from "./switches.ts";

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
    .describe("the first matching request that is hit, counted from 1; then once, unless times says more"),
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
  truncate: z.boolean().optional().describe("send the true answer, but only half of its body"),
  applyFirst: z.boolean().optional().describe("do what was asked, then fail as described"),
});

const ruleSchema = z.strictObject({
  match: matchSchema.default({}),
  // biome-ignore lint/suspicious/noThenProperty: the file's word; never awaited
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
