import { MycobotError } from "../../../errors/index.ts";
import type { TemplateCreateBody } from "../../../gateway/index.ts";
import type { Issue } from "../../../model/index.ts";
import { lintTemplate, type TemplateBody } from "../../../model/template/index.ts";
import { isObject } from "../../../model/text/index.ts";
import type { Context } from "../../context.ts";
import { readJson } from "../../input/json.ts";
import type { Io } from "../../io.ts";
import { counted } from "../../output/phrases.ts";
import { lintText } from "./lint-text.ts";

/** A body that breaks WhatsApp's rules: not sent. */
class TemplateRefusedError extends MycobotError {
  readonly issues: readonly Issue[];

  constructor(file: string, issues: readonly Issue[]) {
    const errors = issues.filter(({ severity }) => severity === "error").length;
    super("MYCO_TEMPLATE_INVALID", `${file} was not sent: it has ${counted(errors, "error")}.`, {
      hint: "Fix it, or skip the check with --no-validate.",
    });
    this.issues = issues;
  }
}

/** Why a value cannot be read as a template. WhatsApp's rules are not checked. */
function obstacle(value: unknown): string | undefined {
  if (!isObject(value)) return "it is not a JSON object";
  if (Array.isArray(value.data) && value.name === undefined) return "it is a list of templates";
  const missing = ["name", "language", "category"].filter((key) => typeof value[key] !== "string");
  if (missing.length > 0) return `it has no ${missing.join(", no ")}`;
  if (value.components === undefined) return undefined;
  if (!Array.isArray(value.components)) return "its components are not an array";
  const typed = value.components.every((component) => isObject(component) && typeof component.type === "string");
  return typed ? undefined : "one of its components has no type";
}

/** A template from a file or stdin (`-`), of which only the outline is checked. @throws MYCO_TEMPLATE_INVALID */
export async function readTemplateFile(file: string, io: Io): Promise<TemplateBody> {
  const value = await readJson(file, io);
  const why = obstacle(value);
  if (why !== undefined) {
    throw new MycobotError("MYCO_TEMPLATE_INVALID", `${file} does not contain a template: ${why}.`, {
      hint: "Expected one object { name, language, category, components }. For OBSERVED, use one element of a list's data.",
    });
  }
  // obstacle() has checked everything that TemplateBody requires.
  return value as TemplateBody;
}

async function uncheckedBody(file: string, context: Context): Promise<TemplateCreateBody> {
  const value = await readJson(file, context.io);
  if (!isObject(value)) throw new MycobotError("MYCO_TEMPLATE_INVALID", `${file} does not contain a JSON object.`);
  // Sent unchanged: WhatsApp reports missing fields.
  return value as unknown as TemplateCreateBody;
}

/** The body of a create call from a file or stdin (`-`), checked unless `validate` is false. Prints issues to stderr. */
export async function readBody(file: string, validate: boolean, context: Context): Promise<TemplateCreateBody> {
  if (!validate) return uncheckedBody(file, context);
  const body = await readTemplateFile(file, context.io);
  const issues = lintTemplate(body);
  const ok = !issues.some(({ severity }) => severity === "error");
  if (issues.length > 0 && !context.json) {
    context.note(lintText([{ file, ok, issues }], { paint: context.paintNotes, width: context.width }));
  }
  if (!ok) throw new TemplateRefusedError(file, issues);
  return { ...body };
}
