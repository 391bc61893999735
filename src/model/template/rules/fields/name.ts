import type { Issue } from "../../../issue.ts";
import { parentOf, quote } from "../../../text/index.ts";
import { ANSWERS, SAMPLE_TEMPLATE_NAMES, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error } from "../issues.ts";

const PATTERN = /^[a-z0-9_]+$/;

function suggestion(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return plain === "" ? "Write it like order_shipped." : `Write ${quote(plain)}.`;
}

function* nameIssues(name: string, path: string): Iterable<Issue> {
  if (!PATTERN.test(name))
    yield error(
      "name-format",
      path,
      `template name ${quote(name)} may only have lower case letters a to z, digits and underscores`,
      suggestion(name),
      ANSWERS.name,
    );
  if (name.length > TEMPLATE_LIMITS.name)
    yield error(
      "name-too-long",
      path,
      `template name ${quote(name)} has ${name.length} characters, WhatsApp allows ${TEMPLATE_LIMITS.name}`,
      "Shorten it.",
      ANSWERS.name,
    );
  if (SAMPLE_TEMPLATE_NAMES.includes(name))
    yield error(
      "name-of-sample",
      path,
      `template name ${quote(name)} belongs to a template that WhatsApp puts into every account`,
      "Choose another name.",
      ANSWERS.sampleName,
    );
}

/**
 * The rules of a template's name: `^[a-z0-9_]+$`, 1 to 512 characters, not one of WhatsApp's sample templates.
 * @param path where the name stands: a JSON pointer
 */
export function lintTemplateName(name: unknown, path = "/name"): Issue[] {
  if (name === undefined)
    return [
      error("name-missing", parentOf(path), "the template has no name", "Add a name like order_shipped.", ANSWERS.name),
    ];
  if (typeof name !== "string")
    return [error("wrong-type", path, `name is ${quote(name)}, WhatsApp expects a text`, "Put it in quotes.")];
  return [...nameIssues(name, path)];
}
