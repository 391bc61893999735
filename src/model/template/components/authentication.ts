import { error, type Issue } from "../../issue.ts";
import { isObject, type JsonObject, pointer } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { otpParameters } from "../buttons/otp.ts";
import { fieldOf, withFields } from "../json-fields.ts";
import { has, type Part } from "../view.ts";

// AUTHENTICATION templates: WhatsApp generates their body and footer in the template's language.

/** The fields of a component that WhatsApp generates. */
export function* generatedFieldIssues(part: Part | undefined, keys: readonly string[], hint: string): Iterable<Issue> {
  if (part === undefined) return;
  for (const key of keys.filter((name) => has(part, name)))
    yield error({
      code: "authentication-field-unexpected",
      path: pointer(part.path, key),
      message: `an AUTHENTICATION template cannot have ${key} in its ${part.type.toLowerCase()}: WhatsApp generates it`,
      hint,
      whatsapp: TEMPLATE_ANSWERS.unexpectedField,
    });
}

/** The buttons of a component in a declaration or a read. */
export function buttonsIn(component: unknown): readonly unknown[] {
  const buttons = fieldOf(component, "buttons");
  return Array.isArray(buttons) ? buttons : [];
}

/** Whether WhatsApp generates the texts: those of templates with an OTP button. Older templates have their own. */
export function hasGeneratedTexts(category: unknown, components: readonly unknown[]): boolean {
  return (
    category === "AUTHENTICATION" && components.flatMap(buttonsIn).some((button) => fieldOf(button, "type") === "OTP")
  );
}

/** Body and footer without the texts and the sample that WhatsApp generates. */
export function withoutGeneratedTexts(components: readonly unknown[]): unknown[] {
  const generated: readonly unknown[] = ["BODY", "FOOTER"];
  return components.map((component) =>
    isObject(component) && generated.includes(component.type)
      ? withFields(component, { text: undefined, example: undefined })
      : component,
  );
}

/** Components with a footer that has the minutes of the OTP address in `raw`, where it has none itself. */
export function withAddressExpiry(components: readonly unknown[], raw: readonly unknown[]): readonly unknown[] {
  const minutes = addressExpiry(raw);
  if (minutes === undefined) return components;
  const isFooter = (component: unknown): component is JsonObject => isObject(component) && component.type === "FOOTER";
  const expiring = (footer: JsonObject) =>
    withFields(footer, { code_expiration_minutes: footer.code_expiration_minutes ?? minutes });
  return components.some(isFooter)
    ? components.map((component) => (isFooter(component) ? expiring(component) : component))
    : [...components, expiring({ type: "FOOTER" })];
}

/** Minutes in the first OTP address that names them. */
function addressExpiry(components: readonly unknown[]): number | undefined {
  for (const button of components.flatMap(buttonsIn)) {
    const minutes = otpParameters(button)?.get("code_expiration_minutes");
    if (minutes !== undefined && /^\d{1,6}$/.test(minutes)) return Number(minutes);
  }
  return undefined;
}
