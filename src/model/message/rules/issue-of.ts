import type { z } from "zod";
import type { Issue } from "../../issue.ts";
import { field, isObject, parentOf, pointer, quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../tables/index.ts";
import type { Problem } from "./problem.ts";

/** One of zod's issues about a message, in our words. */
export function issueOf(body: unknown, issue: z.core.$ZodIssue): Issue {
  const path = issue.path.reduce<string>((parent, key) => pointer(parent, String(key)), "");
  const problem = issue.code === "custom" ? problemIn(issue.params) : undefined;
  if (problem !== undefined) {
    const { code, message, hint, severity = "error", whatsapp } = problem;
    return { severity, code, path, message, hint, ...(whatsapp === undefined ? {} : { whatsapp }) };
  }
  const name = spelled(issue.path);
  const found = valueAt(body, issue.path);
  return found === undefined
    ? {
        severity: "error",
        code: "parameter-missing",
        path: parentOf(path),
        message: `${name} is missing; WhatsApp wants ${issue.message}`,
        hint: `Add ${quote(issue.path.at(-1)?.toString() ?? "")}.`,
        whatsapp: MESSAGE_ANSWERS.missingParameter,
      }
    : {
        severity: "error",
        code: "wrong-type",
        path,
        message: `${name} is ${quote(found)}; WhatsApp wants ${issue.message}`,
        hint: "Write it the way the API takes it.",
        whatsapp: MESSAGE_ANSWERS.invalidParameter,
      };
}

function problemIn(params: unknown): Problem | undefined {
  // Only `obeys` makes custom issues in these shapes.
  return isObject(params) ? (field(params, "problem") as Problem | undefined) : undefined;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) ? field(value, String(key)) : undefined;
  }, root);
}

/** `interactive.action.buttons[0].reply.title`. */
function spelled(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
