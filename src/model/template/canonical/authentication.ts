import { isObject, type JsonObject } from "../../text/index.ts";
import { inWhatsAppOrder } from "./components.ts";
import { withFields } from "./fields.ts";
import { buttonsOf, otpAddressExpiry } from "./otp-button.ts";

/** Whether WhatsApp writes the texts: of an authentication template with an OTP button. Older ones carry their own. */
export function hasGeneratedTexts(category: unknown, components: readonly unknown[]): boolean {
  return (
    category === "AUTHENTICATION" &&
    components.flatMap(buttonsOf).some((button) => isObject(button) && button.type === "OTP")
  );
}

/** Body and footer without the texts, and the sample, that WhatsApp generates in the template's language. */
export function withoutGeneratedTexts(components: readonly unknown[]): unknown[] {
  const generated: readonly unknown[] = ["BODY", "FOOTER"];
  return components.map((component) =>
    isObject(component) && generated.includes(component.type)
      ? withFields(component, { text: undefined, example: undefined })
      : component,
  );
}

/** The footer with the minutes that the OTP address names, where the footer itself does not: reads repeat them there. */
export function withAddressExpiry(components: readonly unknown[], raw: readonly unknown[]): readonly unknown[] {
  const minutes = otpAddressExpiry(raw);
  if (minutes === undefined) return components;
  const isFooter = (component: unknown): component is JsonObject => isObject(component) && component.type === "FOOTER";
  const expiring = (footer: JsonObject) =>
    withFields(footer, { code_expiration_minutes: footer.code_expiration_minutes ?? minutes });
  return components.some(isFooter)
    ? components.map((component) => (isFooter(component) ? expiring(component) : component))
    : inWhatsAppOrder([...components, expiring({ type: "FOOTER" })]);
}
