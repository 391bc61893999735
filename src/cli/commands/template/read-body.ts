import { MycobotError } from "../../../errors/index.ts";
import type { TemplateCreateBody } from "../../../gateway/index.ts";
import { type Issue, lintTemplate } from "../../../model/index.ts";
import type { Context } from "../../context.ts";
import { readJson } from "../../input/read-json.ts";
import { counted } from "../../output/plural.ts";
import { lintText } from "./lint-text.ts";
import { readTemplate } from "./read-template.ts";

/** A body that breaks WhatsApp's rules: not sent. */
class TemplateRefusedError extends MycobotError {
  readonly issues: readonly Issue[];

  constructor(file: string, issues: readonly Issue[]) {
    const errors = issues.filter(({ severity }) => severity === "error").length;
    super("MYCO_TEMPLATE_INVALID", `${file} was not sent: it has ${counted(errors, "error")}.`, {
      hint: "Mend it, or send it as it is with --no-validate.",
    });
    this.issues = issues;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function uncheckedBody(file: string, context: Context): Promise<TemplateCreateBody> {
  const value = await readJson(file, context.io);
  if (!isObject(value)) throw new MycobotError("MYCO_TEMPLATE_INVALID", `${file} holds no JSON object.`);
  // It is sent as it is: what is missing, WhatsApp says.
  return value as TemplateCreateBody;
}

/** The body of a create call from a file or stdin (`-`), checked unless `validate` is false. Issues are told on stderr. */
export async function readBody(file: string, validate: boolean, context: Context): Promise<TemplateCreateBody> {
  if (!validate) return uncheckedBody(file, context);
  const body = await readTemplate(file, context.io);
  const issues = lintTemplate(body);
  const ok = !issues.some(({ severity }) => severity === "error");
  if (issues.length > 0 && !context.json) {
    context.note(lintText([{ file, ok, issues }], { paint: context.paintNotes, width: context.width }));
  }
  if (!ok) throw new TemplateRefusedError(file, issues);
  return { ...body };
}
