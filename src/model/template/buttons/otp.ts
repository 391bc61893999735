import { z } from "zod";
import { error, type Issue, missing, unknownValue, warning } from "../../issue.ts";
import { count, field, type JsonObject, pointer, quote } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { labelTextIssues } from "../components/plain-text.ts";
import { flag, text } from "../field-shapes.ts";
import { fieldOf, withFields } from "../json-fields.ts";
import type { ButtonKind } from "../kinds.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { decodePercent, spelled } from "../spelling.ts";
import { has, isTrue, type Part, partsOf, textOf, upper } from "../view.ts";
import { urlEnding } from "./url.ts";

const OTP_TYPES: readonly string[] = ["COPY_CODE", "ONE_TAP", "ZERO_TAP"];

const app = z.looseObject({ package_name: text.optional(), signature_hash: text.optional() }, { error: "an object" });

/** Copies a one-time password, or hands it to an app: ONE_TAP at a tap, ZERO_TAP without one. */
export const otp: ButtonKind<"OTP", { index: number; url: string }> = {
  type: "OTP",
  max: 1,
  label: { policy: "optional", readBack: "never" },
  category: "AUTHENTICATION",
  fields: {
    otp_type: { shape: text, spelling: "enum" },
    autofill_text: { shape: text, readBack: "sometimes" },
    zero_tap_terms_accepted: { shape: flag, spelling: "boolean", absent: false, readBack: "never" },
    supported_apps: {
      shape: z.array(app, { error: "a list of {package_name, signature_hash}" }),
      readBack: "sometimes",
      unordered: true,
    },
    package_name: { shape: text },
    signature_hash: { shape: text, spelling: "hash" },
  },
  rules: otpIssues,
  canonical: withSupportedApps,
  fromRead: otpFromAddress,
  send: {
    // Copy-code buttons were once filled as such; Meta's samples fill all OTP buttons like a URL.
    subTypes: ["url", "copy_code"],
    required: "always",
    parameter: { type: "text", description: "the code (text)" },
    fill: urlEnding,
  },
};

function* otpIssues(button: Part, subject: string): Iterable<Issue> {
  const given = textOf(button, "otp_type");
  const type = upper(given);
  const autofill = textOf(button, "autofill_text");
  if (!has(button, "otp_type"))
    yield missing({
      code: "otp-type-missing",
      path: button.path,
      subject: `${subject} (OTP)`,
      what: "otp_type",
      hint: `Add one of ${OTP_TYPES.join(", ")}.`,
      whatsapp: TEMPLATE_ANSWERS.buttonField,
    });
  if (given !== undefined && !OTP_TYPES.includes(type))
    yield unknownValue({
      code: "otp-type-unknown",
      path: pointer(button.path, "otp_type"),
      subject: "otp_type",
      value: given,
      known: OTP_TYPES,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  if (autofill !== undefined)
    yield* labelTextIssues(`autofill_text of ${subject}`, autofill, pointer(button.path, "autofill_text"));
  if (type === "ZERO_TAP" && !isTrue(field(button.value, "zero_tap_terms_accepted")))
    yield error({
      code: "zero-tap-terms",
      path: has(button, "zero_tap_terms_accepted") ? pointer(button.path, "zero_tap_terms_accepted") : button.path,
      message: `${subject} is ZERO_TAP without zero_tap_terms_accepted: true`,
      hint: "Read WhatsApp's zero-tap terms, then set it to true.",
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  yield* supportedAppIssues(button, subject, type);
}

const APP_FIELDS = ["package_name", "signature_hash"];

/** The apps that may read the code: ONE_TAP and ZERO_TAP require at least one, COPY_CODE uses none. */
function* supportedAppIssues(button: Part, subject: string, otpType: string): Iterable<Issue> {
  const path = pointer(button.path, "supported_apps");
  const list = field(button.value, "supported_apps");
  const apps = partsOf(list, path);
  const hasOwnApp = APP_FIELDS.some((key) => has(button, key));
  const required = otpType === "ONE_TAP" || otpType === "ZERO_TAP";
  if (hasOwnApp) {
    yield warning({
      code: "supported-apps-outside",
      path: button.path,
      message: `${subject} has package_name or signature_hash outside supported_apps; this works only up to Graph v20.0`,
      hint: 'Write "supported_apps": [{"package_name": …, "signature_hash": …}].',
    });
    if (list === undefined) yield* appIssues(button, subject);
  }
  if (required && !hasOwnApp && (list === undefined || (Array.isArray(list) && list.length === 0)))
    yield error({
      code: "supported-apps-missing",
      path: button.path,
      message: `${subject} is ${otpType} without supported_apps`,
      hint: 'Add "supported_apps": [{"package_name": …, "signature_hash": …}].',
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  if (otpType === "COPY_CODE" && (list !== undefined || hasOwnApp))
    yield warning({
      code: "supported-apps-unused",
      path: list === undefined ? button.path : path,
      message: `${subject} is COPY_CODE but lists apps, which only ONE_TAP and ZERO_TAP use`,
      hint: "Remove the apps.",
    });
  if (Array.isArray(list) && list.length > TEMPLATE_LIMITS.supportedApps)
    yield error({
      code: "supported-apps-many",
      path,
      message: `${subject} has ${list.length} apps; WhatsApp allows ${TEMPLATE_LIMITS.supportedApps}`,
      hint: `Remove ${list.length - TEMPLATE_LIMITS.supportedApps}.`,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  for (const each of apps) yield* appIssues(each, subject);
  yield* twinAppIssues(apps);
}

function* appIssues(part: Part, subject: string): Iterable<Issue> {
  for (const key of APP_FIELDS)
    if (!has(part, key))
      yield missing({
        code: "supported-app-incomplete",
        path: part.path,
        subject: `an app of ${subject}`,
        what: key,
        hint: `Add ${key}.`,
        whatsapp: TEMPLATE_ANSWERS.missingField,
      });
  const [name, hash] = [textOf(part, "package_name"), textOf(part, "signature_hash")];
  if (name !== undefined) yield* packageIssues(name, pointer(part.path, "package_name"));
  if (hash !== undefined) yield* hashIssues(hash, pointer(part.path, "signature_hash"));
}

const PACKAGE = /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/;

function* packageIssues(name: string, path: string): Iterable<Issue> {
  if (name.length > TEMPLATE_LIMITS.packageName || !PACKAGE.test(name))
    yield error({
      code: "package-name-invalid",
      path,
      message: `package_name ${quote(name)} is not an Android package name with at least two parts and at most ${TEMPLATE_LIMITS.packageName} characters`,
      hint: "Write it like com.example.app.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
}

const HASH = new RegExp(`^[A-Za-z0-9+/=]{${TEMPLATE_LIMITS.signatureHash}}$`);

function* hashIssues(hash: string, path: string): Iterable<Issue> {
  if (HASH.test(hash)) return;
  const decoded = decodePercent(hash);
  // Meta shows a hash with %2F for its slash.
  if (HASH.test(decoded))
    yield warning({
      code: "signature-hash-encoded",
      path,
      message: `signature_hash ${quote(hash)} is percent-encoded`,
      hint: `Write ${quote(decoded)}.`,
    });
  else
    yield error({
      code: "signature-hash-invalid",
      path,
      message: `signature_hash ${quote(hash)} has ${count(hash.length, "character")}; a hash has exactly ${TEMPLATE_LIMITS.signatureHash} letters, digits, +, / or =`,
      hint: "Use the hash of the key that signs the app.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
}

function* twinAppIssues(apps: Part[]): Iterable<Issue> {
  const known = new Set<string>();
  for (const each of apps) {
    const key = JSON.stringify(APP_FIELDS.map((name) => textOf(each, name)));
    if (known.has(key))
      yield warning({
        code: "supported-app-twice",
        path: each.path,
        message: `the app ${textOf(each, "package_name") ?? ""} is listed twice`,
        hint: "Keep one.",
      });
    known.add(key);
  }
}

/** Moves the app of API versions up to v20.0 (`package_name` beside `otp_type`) into `supported_apps`. */
function withSupportedApps(button: JsonObject): JsonObject {
  const { package_name, signature_hash, supported_apps } = button;
  if ((package_name ?? signature_hash ?? undefined) === undefined) return button;
  const own = withFields({}, { package_name, signature_hash });
  const others = [supported_apps ?? []].flat();
  const isListed = others.some((other) => JSON.stringify(other) === JSON.stringify(own));
  return withFields(button, {
    supported_apps: isListed ? others : [...others, own],
    package_name: undefined,
    signature_hash: undefined,
  });
}

/** The OTP button that a read shows as an address. Fields that the address does not contain are absent. */
function otpFromAddress(button: JsonObject): JsonObject | undefined {
  const parameters = otpParameters(button);
  if (parameters === undefined) return undefined;
  return withFields(button, {
    type: "OTP",
    otp_type: parameters.get("otp_type")?.toUpperCase(),
    autofill_text: parameters.get("cta_display_name"),
    supported_apps: appsIn(parameters),
    url: undefined,
    example: undefined,
  });
}

const OTP_ADDRESS = /^https?:\/\/(?:www\.)?whatsapp\.com\/otp\/code\/?\?(.*)$/i;

/**
 * The parameters of the address that reads show in place of an OTP button, or `undefined` for any other button (recorded):
 * `https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&cta_display_name=Autofill&package_name=a%2Cb&signature_hash=…`.
 * A "+" is itself here, not a space: hashes contain it.
 */
export function otpParameters(button: unknown): ReadonlyMap<string, string> | undefined {
  const address = fieldOf(button, "url");
  const query = typeof address === "string" ? OTP_ADDRESS.exec(address)?.[1] : undefined;
  if (query === undefined) return undefined;
  const parameters = new Map(query.split("&").map(parameter));
  return parameters.has("otp_type") ? parameters : undefined;
}

function parameter(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return at < 0 ? [decodePercent(pair), ""] : [decodePercent(pair.slice(0, at)), decodePercent(pair.slice(at + 1))];
}

function appsIn(parameters: ReadonlyMap<string, string>): unknown {
  const packages = parameters.get("package_name")?.split(",") ?? [];
  const hashes = parameters.get("signature_hash")?.split(",") ?? [];
  if (packages.length === 0) return undefined;
  return packages.map((package_name, at) =>
    withFields({ package_name }, { signature_hash: spelled("hash", hashes[at]) }),
  );
}
