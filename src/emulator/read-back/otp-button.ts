import { type JsonObject, textOf, upperOf } from "../json.ts";
import { supportedApps } from "../rules/authentication.ts";
import { authenticationTexts } from "../tables/authentication-texts.ts";

const OTP_URL = "https://www.whatsapp.com/otp/code/";

function appParameters(button: JsonObject, autofill: string): [string, string][] {
  const apps = supportedApps(button);
  const list = (field: string) => apps.map((app) => String(app[field])).join(",");
  return [
    ["cta_display_name", textOf(button.autofill_text) ?? autofill],
    ["package_name", list("package_name")],
    ["signature_hash", list("signature_hash")],
  ];
}

/**
 * The URL button that an OTP button is read back as. The expiry stands before the code, lists are joined by an
 * encoded comma (recorded).
 */
export function otpButtonAsUrl(
  button: JsonObject,
  language: string,
  expirationMinutes: number | undefined,
): JsonObject {
  const texts = authenticationTexts(language);
  const type = upperOf(button.otp_type);
  const parameters: [string, string][] = [["otp_type", type]];
  if (type !== "COPY_CODE") parameters.push(...appParameters(button, texts.autofill));
  if (expirationMinutes !== undefined) parameters.push(["code_expiration_minutes", String(expirationMinutes)]);
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  const url = `${OTP_URL}?${query}&code=otp{{1}}`;
  return { type: "URL", text: textOf(button.text) ?? texts.copy, url, example: [url.replace("{{1}}", "123456")] };
}
