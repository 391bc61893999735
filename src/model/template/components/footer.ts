import { error, type Issue, missing, tooLong } from "../../issue.ts";
import { field, pointer } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { text, whole } from "../field-shapes.ts";
import type { ComponentKind } from "../kinds.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { noVariables } from "../variables/variable-issues.ts";
import { component, has, type TemplateView, textOf, wholeNumber } from "../view.ts";
import { generatedFieldIssues } from "./authentication.ts";
import { plainTextIssues } from "./plain-text.ts";

/** One short line without variables; in AUTHENTICATION templates, the minutes after which the code expires. */
export const footer: ComponentKind<"FOOTER"> = {
  type: "FOOTER",
  place: 6,
  fields: {
    text: { shape: text },
    code_expiration_minutes: { shape: whole, spelling: "number" },
  },
  rules: footerIssues,
  authenticationRules: expirationIssues,
};

function* footerIssues(view: TemplateView): Iterable<Issue> {
  const part = component(view, "FOOTER");
  if (part === undefined) return;
  const path = pointer(part.path, "text");
  const value = textOf(part, "text");
  const whatsapp = TEMPLATE_ANSWERS.footerFormat;
  if (!has(part, "text"))
    yield missing({
      code: "footer-text-missing",
      path: part.path,
      subject: "footer",
      what: "text",
      hint: "Add text, or remove the footer.",
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  if (has(part, "code_expiration_minutes"))
    yield error({
      code: "footer-field-unexpected",
      path: pointer(part.path, "code_expiration_minutes"),
      message: "footer has code_expiration_minutes, which is for AUTHENTICATION templates",
      hint: "Remove it, or write the category AUTHENTICATION.",
      whatsapp: TEMPLATE_ANSWERS.unexpectedField,
    });
  if (value === undefined) return;
  if (value.trim() === "")
    yield error({
      code: "footer-text-missing",
      path,
      message: "footer is empty",
      hint: "Write a text, or remove the footer.",
      whatsapp,
    });
  yield* tooLong({
    code: "footer-too-long",
    path,
    subject: "footer",
    text: value,
    max: TEMPLATE_LIMITS.footer,
    whatsapp: TEMPLATE_ANSWERS.tooLong,
  });
  yield* plainTextIssues("footer", value, path, { code: "footer", whatsapp, markup: false });
  yield* noVariables("footer", value, path, "footer-variable", whatsapp);
}

function* expirationIssues(view: TemplateView): Iterable<Issue> {
  const part = component(view, "FOOTER");
  if (part === undefined) return;
  yield* generatedFieldIssues(part, ["text"], "Remove it; code_expiration_minutes generates the sentence.");
  if (!has(part, "code_expiration_minutes"))
    yield missing({
      code: "code-expiration-missing",
      path: part.path,
      subject: "the footer of an AUTHENTICATION template",
      what: "code_expiration_minutes",
      hint: "Add it, or remove the footer.",
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  const minutes = wholeNumber(field(part.value, "code_expiration_minutes"));
  const { codeExpirationMinutesAtLeast: min, codeExpirationMinutes: max } = TEMPLATE_LIMITS;
  if (minutes !== undefined && (minutes < min || minutes > max))
    yield error({
      code: "code-expiration-out-of-range",
      path: pointer(part.path, "code_expiration_minutes"),
      message: `code_expiration_minutes is ${minutes}; WhatsApp allows ${min} to ${max}`,
      hint: `Choose ${min} to ${max} minutes.`,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
}
