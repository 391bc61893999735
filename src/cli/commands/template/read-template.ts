import { MycobotError } from "../../../errors/index.ts";
import type { TemplateBody } from "../../../model/template/index.ts";
import { readJson } from "../../input/read-json.ts";
import type { Io } from "../../io.ts";

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Why a value cannot be compared as a template at all; rules of WhatsApp are nobody's business here. */
function obstacle(value: unknown): string | undefined {
  if (!isObject(value)) return "it is not a JSON object";
  if (Array.isArray(value.data) && value.name === undefined) return "it is a list of templates";
  const missing = ["name", "language", "category"].filter((key) => typeof value[key] !== "string");
  if (missing.length > 0) return `it has no ${missing.join(", no ")}`;
  if (value.components === undefined) return undefined;
  if (!Array.isArray(value.components)) return "its components are no array";
  const typed = value.components.every((component) => isObject(component) && typeof component.type === "string");
  return typed ? undefined : "one of its components has no type";
}

/** A template from a file or stdin (`-`), unchecked apart from its outline. Throws MYCO_TEMPLATE_INVALID. */
export async function readTemplate(file: string, io: Io): Promise<TemplateBody> {
  const value = await readJson(file, io);
  const why = obstacle(value);
  if (why !== undefined) {
    throw new MycobotError("MYCO_TEMPLATE_INVALID", `${file} holds no template: ${why}.`, {
      hint: "Give one object { name, language, category, components }: for OBSERVED, one element of a list's data.",
    });
  }
  // obstacle() has seen everything that TemplateBody promises.
  return value as TemplateBody;
}
