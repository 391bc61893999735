import { requiredAt } from "../graph/shape.ts";
import { type JsonObject, textOf } from "../json.ts";
import { PHONE_LIMITS } from "../tables/phone-limits.ts";
import { phoneError } from "./phone-error.ts";

/**
 * `override_callback_uri` and `verify_token`; undefined when the override is taken back. WhatsApp calls the URL before
 * it answers; the emulator calls nobody.
 */
export function callbackOverride(parameters: JsonObject): string | undefined {
  const uri = textOf(parameters.override_callback_uri) ?? "";
  if (uri === "") return undefined;
  if (!URL.canParse(uri) || !uri.startsWith("https://") || uri.length > PHONE_LIMITS.callbackUri) {
    throw phoneError("callbackFormat");
  }
  requiredAt(parameters, "verify_token", "");
  return uri;
}
