import { isObject, type JsonObject } from "../../text/index.ts";
import { withFields } from "./fields.ts";
import { otpFromAddress, otpParameters, withSupportedApps } from "./otp-button.ts";
import { withCodeSample, withUrlSample } from "./samples.ts";
import { canonicalDeep } from "./values.ts";

/** A button in canonical form; what is no button stays as it is. */
export function canonicalButton(value: unknown): unknown {
  const button = canonicalDeep(value);
  if (!isObject(button)) return value;
  const otp = otpParameters(button);
  const form = otp === undefined ? button : otpFromAddress(button, otp);
  return (typeof form.type === "string" ? BUTTON_FORMS.get(form.type)?.(form) : undefined) ?? button;
}

const BUTTON_FORMS: ReadonlyMap<string, (button: JsonObject) => JsonObject> = new Map([
  ["URL", withUrlSample],
  // WhatsApp sets this label, refuses one on create, and returns it.
  ["COPY_CODE", (button) => withCodeSample(withFields(button, { text: undefined }))],
  ["FLOW", (button) => withFields(button, { flow_action: button.flow_action ?? "NAVIGATE" })],
  ["OTP", withSupportedApps],
]);
