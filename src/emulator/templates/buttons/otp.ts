import { invalidParameter, notOneOf } from "../../graph/errors.ts";
import { decoded, isObject, type JsonObject, textOf, upperOf } from "../../json.ts";
import { authenticationTexts } from "../../tables/authentication-texts.ts";
import { LIMITS } from "../../tables/templates.ts";
import { refusal } from "../refusals.ts";
import { type ButtonPlace, checkLabel, type ServedButton } from "./served-button.ts";
import { checkUrlParameter } from "./url.ts";

const OTP_TYPES: readonly string[] = ["COPY_CODE", "ONE_TAP", "ZERO_TAP"];
const PACKAGE_NAME = /^[A-Za-z][\w]*(\.[A-Za-z][\w]*)+$/;
const SIGNATURE_HASH = /^[A-Za-z0-9+/=]{11}$/;
/** The last version that accepts package_name and signature_hash as fields of the button itself. */
const LAST_VERSION_WITHOUT_LIST = 20;

const OTP_URL = "https://www.whatsapp.com/otp/code/";

/** The apps of a one-tap or zero-tap button, from its list or, in old versions, from the button itself. */
function supportedApps(button: JsonObject): JsonObject[] {
  const apps = decoded(button.supported_apps);
  if (Array.isArray(apps)) return apps.filter(isObject);
  return button.package_name === undefined ? [] : [button];
}

function checkApp(app: JsonObject, path: string): void {
  const name = String(app.package_name ?? "");
  if (name.length > LIMITS.packageName || !PACKAGE_NAME.test(name))
    throw invalidParameter(`Param ${path}['package_name'] is not a valid package name.`);
  if (!SIGNATURE_HASH.test(String(app.signature_hash ?? ""))) {
    throw invalidParameter(`Param ${path}['signature_hash'] must be exactly 11 characters of the base64 alphabet.`);
  }
}

function checkApps(button: JsonObject, { index, path }: ButtonPlace): void {
  const apps = supportedApps(button);
  if (apps.length === 0) throw refusal("buttonMissingFields", index, "supported_apps");
  if (apps.length > LIMITS.supportedApps)
    throw invalidParameter(`A button can't have more than ${LIMITS.supportedApps} supported_apps.`);
  for (const [at, app] of apps.entries()) checkApp(app, `${path}['supported_apps'][${at}]`);
}

/** The only button of an authentication template. WhatsApp serves it as a URL button: to readers and to senders. */
export const otp: ServedButton = {
  max: 1,
  required: ["otp_type"],
  label: "Url",
  sentAs: "URL",
  check(button, place, { version }) {
    const { path } = place;
    const type = upperOf(button.otp_type);
    if (!OTP_TYPES.includes(type)) throw notOneOf(`${path}['otp_type']`, OTP_TYPES, button.otp_type);
    checkLabel(button.autofill_text);
    const misplaced = ["package_name", "signature_hash"].filter((field) => button[field] !== undefined);
    if (version > LAST_VERSION_WITHOUT_LIST && misplaced.length > 0)
      throw refusal("unexpectedFields", "BUTTONS", misplaced.join(", "));
    if (type === "COPY_CODE") return;
    checkApps(button, place);
    if (type === "ZERO_TAP" && button.zero_tap_terms_accepted !== true) {
      throw invalidParameter(`Param ${path}['zero_tap_terms_accepted'] must be true.`);
    }
  },
  checkParameter: checkUrlParameter,
};

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
 * The URL button that a read shows for an OTP button. Recorded: the expiration comes before the code, and the entries
 * of a list are joined by an encoded comma.
 */
export function otpAsUrl(button: JsonObject, language: string, expirationMinutes: number | undefined): JsonObject {
  const texts = authenticationTexts(language);
  const type = upperOf(button.otp_type);
  const parameters: [string, string][] = [["otp_type", type]];
  if (type !== "COPY_CODE") parameters.push(...appParameters(button, texts.autofill));
  if (expirationMinutes !== undefined) parameters.push(["code_expiration_minutes", String(expirationMinutes)]);
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  const target = `${OTP_URL}?${query}&code=otp{{1}}`;
  return {
    type: "URL",
    text: textOf(button.text) ?? texts.copy,
    url: target,
    example: [target.replace("{{1}}", "123456")],
  };
}
