import { invalidParameter } from "../../graph/errors.ts";
import { type JsonObject, numberOf, rowOf } from "../../json.ts";
import { authenticationTexts } from "../../tables/authentication-texts.ts";
import { LIMITS } from "../../tables/templates.ts";
import { otpAsUrl } from "../buttons/otp.ts";
import { refusal } from "../refusals.ts";
import { buttonsIn, checkButtons } from "./buttons.ts";
import { checkFields, type Fields, type TemplateContext } from "./served-component.ts";

/** The texts of authentication templates are WhatsApp's own: a request may only contain their settings. */
const FIELDS: Readonly<Record<string, Fields>> = {
  BODY: { required: [], optional: ["add_security_recommendation"] },
  FOOTER: { required: [], optional: ["code_expiration_minutes"] },
  BUTTONS: { required: ["buttons"] },
};

function checkExpiration(footer: JsonObject): void {
  if (footer.code_expiration_minutes === undefined) return;
  const minutes = numberOf(footer.code_expiration_minutes);
  const { min, max } = LIMITS.codeExpirationMinutes;
  if (minutes === undefined || minutes < min || minutes > max)
    throw invalidParameter(`Param code_expiration_minutes must be between ${min} and ${max}.`);
}

/** Rules of an authentication template: no texts, no header, one OTP button. `pathOf` is Graph's name of a component. */
export function checkAuthentication(
  components: ReadonlyMap<string, JsonObject>,
  pathOf: (type: string) => string,
  context: TemplateContext,
): void {
  const bodyFirst = [...components].sort(([a], [b]) => Number(b === "BODY") - Number(a === "BODY"));
  for (const [type, component] of bodyFirst) checkFields(type, component, rowOf(FIELDS, type) ?? { required: [] });
  const buttons = components.get("BUTTONS");
  if (buttons === undefined) throw refusal("missingFields", "BUTTONS", "buttons");
  checkExpiration(components.get("FOOTER") ?? {});
  checkButtons(buttons, pathOf("BUTTONS"), context, ["OTP"]);
}

/** The body that WhatsApp writes; the flag is read back as it was sent. */
export function authenticationBody(sent: JsonObject, language: string): JsonObject {
  const { code, security } = authenticationTexts(language);
  const flag = sent.add_security_recommendation;
  return {
    type: "BODY",
    text: flag === true || flag === "true" ? `${code} ${security}` : code,
    ...(flag === undefined ? {} : { add_security_recommendation: flag }),
    example: { body_text: [["123456"]] },
  };
}

/** The footer that WhatsApp writes; undefined without an expiration, even if a footer was sent. */
export function authenticationFooter(sent: JsonObject, language: string): JsonObject | undefined {
  const minutes = numberOf(sent.code_expiration_minutes);
  if (minutes === undefined) return undefined;
  const text = authenticationTexts(language).expires.replace("{0}", String(minutes));
  return { type: "FOOTER", text, code_expiration_minutes: minutes };
}

export function readBackAuthentication(
  sent: ReadonlyMap<string, JsonObject>,
  { language }: TemplateContext,
): JsonObject[] {
  const body = authenticationBody(sent.get("BODY") ?? {}, language);
  const footer = authenticationFooter(sent.get("FOOTER") ?? {}, language);
  const minutes = numberOf(footer?.code_expiration_minutes);
  const buttons = buttonsIn(sent.get("BUTTONS") ?? {}).map((button) => otpAsUrl(button, language, minutes));
  return [body, ...(footer === undefined ? [] : [footer]), { type: "BUTTONS", buttons }];
}
