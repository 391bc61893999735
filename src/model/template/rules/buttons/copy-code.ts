import type { Issue } from "../../../issue.ts";
import { count, field, pointer, quote, textLength } from "../../../text/index.ts";
import { ANSWERS, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { has, type Part } from "../template-view.ts";

/** A coupon code button: a sample code. */
export function* copyCodeIssues(button: Part, subject: string): Iterable<Issue> {
  const given = field(button.value, "example");
  const sample: unknown = Array.isArray(given) ? given[0] : given;
  const path = has(button, "example") ? pointer(button.path, "example") : button.path;
  if (sample === undefined || (typeof sample === "string" && sample.trim() === "")) {
    yield error(
      "copy-code-example-missing",
      path,
      `${subject} (COPY_CODE) has no example`,
      'Add "example" with a sample code.',
      ANSWERS.missingField,
    );
    return;
  }
  if (typeof sample !== "string") return;
  const length = textLength(sample).codePoints;
  const { copyCode, copyCodeDocumented } = TEMPLATE_LIMITS;
  if (length > copyCode)
    yield error(
      "copy-code-too-long",
      path,
      `code of ${subject} ${quote(sample)} has ${count(length, "character")}, WhatsApp allows ${copyCode}`,
      "Use a shorter code.",
      ANSWERS.tooLong,
    );
  else if (length > copyCodeDocumented)
    yield warning(
      "copy-code-too-long",
      path,
      `code of ${subject} ${quote(sample)} has ${length} characters; WhatsApp documents ${copyCodeDocumented} in one place and ${copyCode} in another`,
      `Use up to ${copyCodeDocumented} to be safe.`,
    );
}
