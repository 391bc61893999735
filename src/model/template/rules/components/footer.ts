import type { Issue } from "../../../issue.ts";
import { pointer } from "../../../text/index.ts";
import { ANSWERS, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error } from "../issues.ts";
import { component, has, type TemplateView, textOf } from "../template-view.ts";
import { lengthIssues, plainTextIssues } from "../text-issues.ts";
import { noVariables } from "../variables/index.ts";

/** Rules of the footer of every category but AUTHENTICATION: one short line without variables. */
export function* footerIssues(view: TemplateView): Iterable<Issue> {
  const footer = component(view, "FOOTER");
  if (footer === undefined) return;
  const path = pointer(footer.path, "text");
  const text = textOf(footer, "text");
  if (!has(footer, "text"))
    yield error(
      "footer-text-missing",
      footer.path,
      "footer has no text",
      "Add text, or leave it out.",
      ANSWERS.missingField,
    );
  if (has(footer, "code_expiration_minutes"))
    yield error(
      "footer-field-unexpected",
      pointer(footer.path, "code_expiration_minutes"),
      "footer has code_expiration_minutes, which is for AUTHENTICATION templates",
      "Take it out, or write the category AUTHENTICATION.",
      ANSWERS.unexpectedField,
    );
  if (text === undefined) return;
  if (text.trim() === "")
    yield error("footer-text-missing", path, "footer is empty", "Write a text, or leave it out.", ANSWERS.footerFormat);
  yield* lengthIssues("footer", text, TEMPLATE_LIMITS.footer, path, "footer-too-long");
  yield* plainTextIssues("footer", text, path, { code: "footer", answer: ANSWERS.footerFormat, markup: false });
  yield* noVariables("footer", text, path, "footer-variable", ANSWERS.footerFormat);
}
