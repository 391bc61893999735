import { z } from "zod";
import { error, type Issue, missing, warning } from "../../issue.ts";
import { count, pointer, quote } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { buttonKind } from "../buttons/index.ts";
import type { ButtonLabel, ComponentKind } from "../kinds.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { buttonsOf, component, has, type Part, type TemplateView, textOf } from "../view.ts";
import { arrangementIssues } from "./button-arrangement.ts";
import { labelTextIssues } from "./plain-text.ts";

export const buttons: ComponentKind<"BUTTONS"> = {
  type: "BUTTONS",
  place: 7,
  onCards: true,
  fields: {
    buttons: { shape: z.array(z.looseObject({}, { error: "a button" }), { error: "a list of buttons" }) },
  },
  rules: buttonIssues,
  *authenticationRules(view) {
    yield* oneOtpIssues(view);
    yield* buttonIssues(view);
  },
};

/** How the buttons are arranged, their labels, and the rules of each kind. */
function* buttonIssues(view: TemplateView): Iterable<Issue> {
  yield* arrangementIssues(view);
  for (const [index, button] of buttonsOf(view).entries()) {
    const subject = `button ${index + 1}${view.where}`;
    const kind = buttonKind(button.type);
    yield* labelIssues(button, subject, kind?.label);
    yield* kind?.rules?.(button, subject) ?? [];
  }
}

function* labelIssues(button: Part, subject: string, label: ButtonLabel | undefined): Iterable<Issue> {
  const text = textOf(button, "text");
  const path = pointer(button.path, "text");
  if (label?.policy === "required" && (!has(button, "text") || text?.trim() === ""))
    yield missing({
      code: "button-label-missing",
      path: has(button, "text") ? path : button.path,
      subject: `${subject} (${button.type})`,
      what: "label",
      hint: `Add text, up to ${TEMPLATE_LIMITS.buttonLabel} characters.`,
      whatsapp: TEMPLATE_ANSWERS.buttonField,
    });
  if (text === undefined) return;
  yield* labelTextIssues(`label of ${subject}`, text, path);
  if (label?.fixed !== undefined && (label.policy === "none" || text !== label.fixed))
    yield warning({
      code: "button-label-fixed",
      path,
      message: `a ${button.type} button always shows ${quote(label.fixed)}; the label ${quote(text)} is not used`,
      hint: label.policy === "none" ? "Remove text." : `Write ${quote(label.fixed)}.`,
    });
}

/** An AUTHENTICATION template has exactly one OTP button; a second one is reported by the arrangement. */
function* oneOtpIssues(view: TemplateView): Iterable<Issue> {
  const all = buttonsOf(view);
  const otps = all.filter(({ type }) => type === "OTP");
  for (const button of all.filter(({ type }) => type !== "OTP" && type !== ""))
    yield error({
      code: "authentication-button",
      path: button.path,
      message: `an AUTHENTICATION template has exactly one OTP button; this is a ${button.type} button`,
      hint: "Remove it.",
      whatsapp: TEMPLATE_ANSWERS.unexpectedField,
    });
  if (otps.length === 0)
    yield error({
      code: "authentication-button-missing",
      path: component(view, "BUTTONS")?.path ?? "/components",
      message: `an AUTHENTICATION template has exactly one OTP button; this one has ${count(otps.length, "OTP button")}`,
      hint: 'Add {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]}.',
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
}
