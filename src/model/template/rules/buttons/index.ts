import type { Issue } from "../../../issue.ts";
import { buttonsOf, type Part, type TemplateView } from "../template-view.ts";
import { arrangementIssues } from "./arrangement.ts";
import { copyCodeIssues } from "./copy-code.ts";
import { flowIssues } from "./flow.ts";
import { labelIssues } from "./label.ts";
import { otpIssues } from "./otp.ts";
import { phoneNumberIssues } from "./phone-number.ts";
import { urlIssues } from "./url.ts";

const RULES: ReadonlyMap<string, (button: Part, subject: string) => Iterable<Issue>> = new Map([
  ["URL", urlIssues],
  ["PHONE_NUMBER", phoneNumberIssues],
  ["COPY_CODE", copyCodeIssues],
  ["OTP", otpIssues],
  ["FLOW", flowIssues],
]);

/** The rules of the buttons: how they stand together, labels, and what each type needs. */
export function* buttonIssues(view: TemplateView): Iterable<Issue> {
  yield* arrangementIssues(view);
  for (const [index, button] of buttonsOf(view).entries()) {
    const subject = `button ${index + 1}${view.where}`;
    yield* labelIssues(button, subject);
    yield* RULES.get(button.type)?.(button, subject) ?? [];
  }
}
