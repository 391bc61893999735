import type { Issue } from "../../../issue.ts";
import { count, field, pointer } from "../../../text/index.ts";
import { ANSWERS } from "../../tables/index.ts";
import { expirationIssues } from "../fields/ttl.ts";
import { error } from "../issues.ts";
import { buttonsOf, component, has, type Part, type TemplateView } from "../template-view.ts";

function* unexpected(part: Part | undefined, keys: readonly string[], hint: string): Iterable<Issue> {
  for (const key of part === undefined ? [] : keys.filter((name) => has(part, name)))
    yield error(
      "authentication-field-unexpected",
      pointer(part?.path ?? "", key),
      `an AUTHENTICATION template has no ${key} in its ${part?.type.toLowerCase()}: WhatsApp writes it`,
      hint,
      ANSWERS.unexpectedField,
    );
}

function* otpIssues(view: TemplateView): Iterable<Issue> {
  const parts = component(view, "BUTTONS");
  const buttons = buttonsOf(view);
  const otps = buttons.filter(({ type }) => type === "OTP");
  for (const button of buttons.filter(({ type }) => type !== "OTP" && type !== ""))
    yield error(
      "authentication-button",
      button.path,
      `an AUTHENTICATION template has exactly one OTP button, this is a ${button.type} button`,
      "Take it out.",
      ANSWERS.unexpectedField,
    );
  if (otps.length === 0)
    yield error(
      "authentication-button-missing",
      parts?.path ?? "/components",
      `an AUTHENTICATION template has exactly one OTP button, this one has ${count(otps.length, "OTP button")}`,
      'Add {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]}.',
      ANSWERS.missingField,
    );
}

/** AUTHENTICATION: WhatsApp writes body and footer; no header, no media, one OTP button. */
export function* authenticationIssues(view: TemplateView): Iterable<Issue> {
  const footer = component(view, "FOOTER");
  yield* unexpected(
    component(view, "BODY"),
    ["text", "example"],
    "Take it out; add_security_recommendation adds a sentence.",
  );
  yield* unexpected(footer, ["text"], "Take it out; code_expiration_minutes makes the sentence.");
  if (footer !== undefined && !has(footer, "code_expiration_minutes"))
    yield error(
      "code-expiration-missing",
      footer.path,
      "the footer of an AUTHENTICATION template has no code_expiration_minutes",
      "Add it, or leave the footer out.",
      ANSWERS.missingField,
    );
  if (footer !== undefined)
    yield* expirationIssues(
      field(footer.value, "code_expiration_minutes"),
      pointer(footer.path, "code_expiration_minutes"),
    );
  for (const part of view.components)
    if (["HEADER", "CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST"].includes(part.type))
      yield error(
        "authentication-component",
        part.path,
        `an AUTHENTICATION template has no ${part.type}`,
        "Take it out, or choose another category.",
        ANSWERS.unexpectedField,
      );
  yield* otpIssues(view);
}
