import { error, type Issue, missing, warning } from "../../issue.ts";
import { count, field, type JsonObject, pointer, quote, textLength } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { oneText } from "../field-shapes.ts";
import { withFields } from "../json-fields.ts";
import type { ButtonKind } from "../kinds.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { withCodeSample } from "../variables/canonical-samples.ts";
import { has, type Part } from "../view.ts";

/** Copies a coupon code. */
export const copyCode: ButtonKind<"COPY_CODE", { index: number; couponCode: string }> = {
  type: "COPY_CODE",
  max: 1,
  label: { policy: "none", fixed: "Copy offer code" },
  fields: { example: { shape: oneText } },
  rules: copyCodeIssues,
  // WhatsApp sets this label, refuses one on create, and returns it.
  canonical: (button: JsonObject) => withCodeSample(withFields(button, { text: undefined })),
  send: {
    subTypes: ["copy_code"],
    required: "always",
    parameter: { type: "coupon_code", description: "a coupon_code" },
    fill: {
      key: "couponCode",
      subType: "copy_code",
      parameters: ({ couponCode }) => [{ type: "coupon_code", coupon_code: couponCode }],
      flag: { kind: "copy_code", value: (index, couponCode) => ({ index, couponCode }) },
    },
  },
};

function* copyCodeIssues(button: Part, subject: string): Iterable<Issue> {
  const given = field(button.value, "example");
  const sample: unknown = Array.isArray(given) ? given[0] : given;
  const path = has(button, "example") ? pointer(button.path, "example") : button.path;
  if (sample === undefined || (typeof sample === "string" && sample.trim() === "")) {
    yield missing({
      code: "copy-code-example-missing",
      path,
      subject: `${subject} (COPY_CODE)`,
      what: "example",
      hint: 'Add "example" with a sample code.',
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
    return;
  }
  if (typeof sample !== "string") return;
  const length = textLength(sample).codePoints;
  const { copyCode: max, copyCodeDocumented: documented } = TEMPLATE_LIMITS;
  const says = `code of ${subject} ${quote(sample)} has ${count(length, "character")}`;
  if (length > max)
    yield error({
      code: "copy-code-too-long",
      path,
      message: `${says}; WhatsApp allows ${max}`,
      hint: "Use a shorter code.",
      whatsapp: TEMPLATE_ANSWERS.tooLong,
    });
  else if (length > documented)
    yield warning({
      code: "copy-code-too-long",
      path,
      message: `${says}; WhatsApp documents ${documented} on one page and ${max} on another`,
      hint: `Use up to ${documented} to be safe.`,
    });
}
