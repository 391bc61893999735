import { error, type Issue, unknownValue } from "../issue.ts";
import { field, isObject, quote, rowOf } from "../text/index.ts";
import { MESSAGE_ANSWERS } from "./answers.ts";
import { envelopeFields, recipientIssues } from "./envelope.ts";
import { MESSAGE_KINDS, MESSAGE_TYPES } from "./kinds/index.ts";
import { receiptBody } from "./kinds/receipt.ts";
import { issuesOf, object, text } from "./shape.ts";

/**
 * All problems of a body of `POST /{phone}/messages` (a message, a read receipt, a typing indicator), at once. Never throws.
 *
 * Rules that WhatsApp certainly enforces are errors; rules on which sources differ, and phone numbers outside all numbering
 * plans, are warnings. Unknown keys are not reported. `path` is a JSON pointer into the body as given.
 */
export function lintMessage(body: unknown): Issue[] {
  if (!isObject(body))
    return [
      error({
        code: "not-an-object",
        path: "",
        message: `a message is an object, but this is ${quote(body)}`,
        hint: "Write the body of a message call.",
      }),
    ];
  if (field(body, "status") !== undefined) return issuesOf(body, receiptBody);
  // WhatsApp treats a message without a type as a text.
  const type = field(body, "type") ?? "text";
  const name = typeof type === "string" ? type.toLowerCase() : "";
  const content = rowOf(MESSAGE_KINDS, name);
  const fields = content === undefined ? {} : { [name]: content };
  return [
    ...recipientIssues(body),
    ...(content === undefined && typeof type === "string" ? [unknownType(type)] : []),
    ...issuesOf(body, object({ ...envelopeFields, type: text.optional(), ...fields })),
  ];
}

function unknownType(value: string): Issue {
  return unknownValue({
    code: "message-type-unknown",
    path: "/type",
    subject: "the type",
    value,
    known: MESSAGE_TYPES,
    whatsapp: MESSAGE_ANSWERS.invalidParameter,
  });
}
