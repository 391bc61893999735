import { invalidParameter, notOneOf } from "../graph/errors.ts";
import { decoded, isObject, type JsonObject, numberOf, upperOf } from "../json.ts";
import { OTP_TYPES } from "../tables/template-enums.ts";
import { LIMITS } from "../tables/template-limits.ts";
import { checkButtonText } from "./button-fields.ts";
import { buttonsOf, checkButtons } from "./buttons.ts";
import { checkFields } from "./component-fields.ts";
import { refusal } from "./refusal.ts";
import type { RuleContext } from "./rule-context.ts";

const PACKAGE_NAME = /^[A-Za-z][\w]*(\.[A-Za-z][\w]*)+$/;
const SIGNATURE_HASH = /^[A-Za-z0-9+/=]{11}$/;
/** Up to this version package_name and signature_hash may stand on the button itself. */
const LAST_VERSION_WITHOUT_LIST = 20;

function checkApp(app: JsonObject, path: string): void {
  const name = String(app.package_name ?? "");
  if (name.length > LIMITS.packageName || !PACKAGE_NAME.test(name))
    throw invalidParameter(`Param ${path}['package_name'] is not a valid package name.`);
  if (!SIGNATURE_HASH.test(String(app.signature_hash ?? ""))) {
    throw invalidParameter(`Param ${path}['signature_hash'] must be exactly 11 characters of the base64 alphabet.`);
  }
}

/** The apps of a one-tap or zero-tap button, from the list or (old versions) from the button itself. */
export function supportedApps(button: JsonObject): JsonObject[] {
  const apps = decoded(button.supported_apps);
  if (Array.isArray(apps)) return apps.filter(isObject);
  return button.package_name === undefined ? [] : [button];
}

function checkOtp(button: JsonObject, path: string, version: number): void {
  const types: readonly string[] = OTP_TYPES;
  const type = upperOf(button.otp_type);
  if (!types.includes(type)) throw notOneOf(`${path}['otp_type']`, types, button.otp_type);
  checkButtonText(button.autofill_text);
  const outside = ["package_name", "signature_hash"].filter((field) => button[field] !== undefined);
  if (version > LAST_VERSION_WITHOUT_LIST && outside.length > 0)
    throw refusal("unexpectedFields", "BUTTONS", outside.join(", "));
  if (type === "COPY_CODE") return;
  const apps = supportedApps(button);
  if (apps.length === 0) throw refusal("buttonMissingFields", 0, "supported_apps");
  if (apps.length > LIMITS.supportedApps)
    throw invalidParameter(`A button can't have more than ${LIMITS.supportedApps} supported_apps.`);
  for (const [index, app] of apps.entries()) checkApp(app, `${path}['supported_apps'][${index}]`);
  if (type === "ZERO_TAP" && button.zero_tap_terms_accepted !== true) {
    throw invalidParameter(`Param ${path}['zero_tap_terms_accepted'] must be true.`);
  }
}

function checkExpiration(footer: JsonObject): void {
  if (footer.code_expiration_minutes === undefined) return;
  const minutes = numberOf(footer.code_expiration_minutes);
  if (minutes === undefined || minutes < 1 || minutes > LIMITS.codeExpirationMinutes) {
    throw invalidParameter(`Param code_expiration_minutes must be between 1 and ${LIMITS.codeExpirationMinutes}.`);
  }
}

/** Authentication templates: WhatsApp's own texts, no header, exactly one OTP button. `indexes` are places in the request. */
export function checkAuthentication(
  parts: ReadonlyMap<string, JsonObject>,
  indexes: ReadonlyMap<string, number>,
  context: RuleContext,
): void {
  const bodyFirst = [...parts].sort(([a], [b]) => Number(b === "BODY") - Number(a === "BODY"));
  for (const [type, part] of bodyFirst) checkFields(type, part, context);
  const buttons = parts.get("BUTTONS");
  if (buttons === undefined) throw refusal("missingFields", "BUTTONS", "buttons");
  checkExpiration(parts.get("FOOTER") ?? {});
  const path = `components[${indexes.get("BUTTONS") ?? 0}]`;
  checkButtons(buttons, path, context, ["OTP"]);
  const [button = {}, second] = buttonsOf(buttons);
  if (second !== undefined) throw invalidParameter("An authentication template must have exactly one OTP button.");
  checkOtp(button, `${path}['buttons'][0]`, context.version);
}
