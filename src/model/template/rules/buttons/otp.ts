import type { Issue } from "../../../issue.ts";
import { field, pointer } from "../../../text/index.ts";
import { ANSWERS, OTP_TYPES } from "../../tables/index.ts";
import { notOneOf } from "../fields/enums.ts";
import { error } from "../issues.ts";
import { has, isTrue, type Part, textOf, upper } from "../template-view.ts";
import { labelTextIssues } from "./label.ts";
import { supportedAppIssues } from "./supported-apps.ts";

/** A one-time password button: type, terms, apps. */
export function* otpIssues(button: Part, subject: string): Iterable<Issue> {
  const given = textOf(button, "otp_type");
  const type = upper(given);
  const autofill = textOf(button, "autofill_text");
  if (!has(button, "otp_type"))
    yield error(
      "otp-type-missing",
      button.path,
      `${subject} (OTP) has no otp_type`,
      `Add one of ${OTP_TYPES.join(", ")}.`,
      ANSWERS.buttonField,
    );
  if (given !== undefined && !OTP_TYPES.includes(type))
    yield notOneOf("otp-type-unknown", pointer(button.path, "otp_type"), "otp_type", given, OTP_TYPES);
  if (autofill !== undefined)
    yield* labelTextIssues(`autofill_text of ${subject}`, autofill, pointer(button.path, "autofill_text"));
  if (type === "ZERO_TAP" && !isTrue(field(button.value, "zero_tap_terms_accepted")))
    yield error(
      "zero-tap-terms",
      has(button, "zero_tap_terms_accepted") ? pointer(button.path, "zero_tap_terms_accepted") : button.path,
      `${subject} is ZERO_TAP without zero_tap_terms_accepted: true`,
      "Read WhatsApp's terms of zero-tap, then set it to true.",
      ANSWERS.missingField,
    );
  yield* supportedAppIssues(button, subject, type);
}
