import { isObject, type JsonObject } from "../../text/index.ts";
import { fieldOf, withFields } from "./fields.ts";
import { canonicalDeep, decodePercent } from "./values.ts";

const OTP_ADDRESS = /^https?:\/\/(?:www\.)?whatsapp\.com\/otp\/code\/?\?(.*)$/i;

/**
 * The parameters of the address that WhatsApp puts in place of an OTP button, or `undefined` for any other button:
 * `https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&cta_display_name=Autofill&package_name=a%2Cb&signature_hash=…`
 * (recorded; whatsapp-api.md §3). A "+" is itself here, not a blank: hashes contain it.
 */
export function otpParameters(button: unknown): ReadonlyMap<string, string> | undefined {
  const url = fieldOf(button, "url");
  const query = typeof url === "string" ? OTP_ADDRESS.exec(url)?.[1] : undefined;
  if (query === undefined) return undefined;
  const parameters = new Map(query.split("&").map(parameter));
  return parameters.has("otp_type") ? parameters : undefined;
}

/** The OTP button that an OTP address stands for. What the address does not carry is absent. */
export function otpFromAddress(button: JsonObject, parameters: ReadonlyMap<string, string>): JsonObject {
  return withFields(button, {
    type: "OTP",
    otp_type: parameters.get("otp_type")?.toUpperCase(),
    autofill_text: parameters.get("cta_display_name"),
    supported_apps: supportedApps(parameters),
    url: undefined,
    example: undefined,
  });
}

/** Moves the app of API versions up to v20.0 (`package_name` beside `otp_type`) into `supported_apps`. */
export function withSupportedApps(button: JsonObject): JsonObject {
  const { package_name, signature_hash, supported_apps } = button;
  if ((package_name ?? signature_hash ?? undefined) === undefined) return button;
  const app = withFields({}, { package_name, signature_hash });
  const others = [supported_apps ?? []].flat();
  const isListed = others.some((other) => JSON.stringify(other) === JSON.stringify(app));
  return withFields(button, {
    supported_apps: isListed ? others : [...others, app],
    package_name: undefined,
    signature_hash: undefined,
  });
}

/** Minutes that an OTP address among the buttons of these components names. */
export function otpAddressExpiry(components: readonly unknown[]): number | undefined {
  for (const button of components.flatMap(buttonsOf)) {
    const minutes = otpParameters(button)?.get("code_expiration_minutes");
    if (minutes !== undefined && /^\d{1,6}$/.test(minutes)) return Number(minutes);
  }
  return undefined;
}

/** Whether a button stands as an OTP address: a sign that the template was read from WhatsApp. */
export function hasOtpAddress(components: unknown): boolean {
  return (
    Array.isArray(components) && components.flatMap(buttonsOf).some((button) => otpParameters(button) !== undefined)
  );
}

export function buttonsOf(component: unknown): readonly unknown[] {
  const buttons = fieldOf(component, "buttons");
  return isObject(component) && Array.isArray(buttons) ? buttons : [];
}

function parameter(text: string): [string, string] {
  const at = text.indexOf("=");
  return at < 0 ? [decodePercent(text), ""] : [decodePercent(text.slice(0, at)), decodePercent(text.slice(at + 1))];
}

function supportedApps(parameters: ReadonlyMap<string, string>): unknown {
  const packages = parameters.get("package_name")?.split(",") ?? [];
  const hashes = parameters.get("signature_hash")?.split(",") ?? [];
  const apps = packages.map((name, at) => withFields({ package_name: name }, { signature_hash: hashes[at] }));
  return apps.length === 0 ? undefined : canonicalDeep(apps);
}
