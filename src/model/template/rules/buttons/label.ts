import type { Issue } from "../../../issue.ts";
import { pointer, quote } from "../../../text/index.ts";
import { ANSWERS, BUTTON_KINDS, type ButtonKind, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { has, type Part, textOf } from "../template-view.ts";
import { lengthIssues, plainTextIssues } from "../text-issues.ts";
import { noVariables } from "../variables/index.ts";

/** The rules of a text on a button: one short plain line. */
export function* labelTextIssues(subject: string, text: string, path: string): Iterable<Issue> {
  yield* lengthIssues(subject, text, TEMPLATE_LIMITS.buttonLabel, path, "button-label-too-long");
  yield* plainTextIssues(subject, text, path, { code: "button-label", answer: ANSWERS.buttonLabel, markup: true });
  yield* noVariables(subject, text, path, "button-label-variable", ANSWERS.buttonLabel);
}

function* fixedLabelIssues(kind: ButtonKind, text: string, path: string, type: string): Iterable<Issue> {
  if (kind.fixedLabel !== undefined && (kind.label === "none" || text !== kind.fixedLabel))
    yield warning(
      "button-label-fixed",
      path,
      `a ${type} button always shows ${quote(kind.fixedLabel)}, the label ${quote(text)} is not used`,
      kind.label === "none" ? "Leave text out." : `Write ${quote(kind.fixedLabel)}.`,
    );
}

/** The label of a button. */
export function* labelIssues(button: Part, subject: string): Iterable<Issue> {
  const kind = Object.hasOwn(BUTTON_KINDS, button.type) ? BUTTON_KINDS[button.type] : undefined;
  const text = textOf(button, "text");
  const path = pointer(button.path, "text");
  const missing = !has(button, "text") || text?.trim() === "";
  if (missing && kind?.label === "required")
    yield error(
      "button-label-missing",
      has(button, "text") ? path : button.path,
      `${subject} (${button.type}) has no label`,
      `Add text, up to ${TEMPLATE_LIMITS.buttonLabel} characters.`,
      ANSWERS.buttonField,
    );
  if (text === undefined) return;
  yield* labelTextIssues(`label of ${subject}`, text, path);
  if (kind !== undefined) yield* fixedLabelIssues(kind, text, path, button.type);
}
