import { table, template } from "../rows.ts";

type Json = Record<string, unknown>;

function auth(...components: Json[]) {
  return template({ category: "authentication", components });
}

function otp(fields: Json = {}) {
  return { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", ...fields }] };
}

function code(fields: Json) {
  return auth({ type: "BODY" }, otp(fields));
}

function app(fields: Json = {}) {
  return { package_name: "com.example.app", signature_hash: "K8a/AINcGX7", ...fields };
}

function oneTap(fields: Json = { supported_apps: [app()] }) {
  return code({ otp_type: "one_tap", ...fields });
}

function zeroTap(fields: Json) {
  return code({ otp_type: "ZERO_TAP", supported_apps: [app()], ...fields });
}

function footer(fields: Json) {
  return auth({ type: "BODY" }, { type: "FOOTER", ...fields }, otp());
}

const good = auth({ type: "BODY", add_security_recommendation: true }, otp());
const OTP = "/components/1/buttons/0";
const APP = `${OTP}/supported_apps/0`;
function name(length: number) {
  return `com.${"a".repeat(length - 4)}`;
}

table("authentication", [
  {
    rule: "no own text",
    good,
    bad: auth({ type: "BODY", text: "Your code is {{1}}." }, otp()),
    code: "authentication-field-unexpected",
    path: "/components/0/text",
    answer: 2388042,
  },
  {
    rule: "no own samples",
    good,
    bad: auth({ type: "BODY", example: {} }, otp()),
    code: "authentication-field-unexpected",
    path: "/components/0/example",
    answer: 2388042,
  },
  { rule: "a body", good, bad: auth(otp()), code: "body-missing", path: "/components" },
  {
    rule: "no header",
    good,
    bad: auth({ type: "BODY" }, otp(), { type: "HEADER", format: "LOCATION" }),
    code: "authentication-component",
    path: "/components/2",
    answer: 2388042,
  },
  {
    rule: "no own footer",
    good: footer({ code_expiration_minutes: 5 }),
    bad: footer({ text: "Bye", code_expiration_minutes: 5 }),
    code: "authentication-field-unexpected",
    path: "/components/1/text",
    answer: 2388042,
  },
  {
    rule: "a footer has minutes",
    good: footer({ code_expiration_minutes: "5" }),
    bad: footer({}),
    code: "code-expiration-missing",
    path: "/components/1",
    answer: 2388043,
  },
  {
    rule: "at least 1 minute",
    good: footer({ code_expiration_minutes: 1 }),
    bad: footer({ code_expiration_minutes: 0 }),
    code: "code-expiration-out-of-range",
    path: "/components/1/code_expiration_minutes",
    says: "is 0; WhatsApp allows 1 to 90",
  },
  {
    rule: "at most 90 minutes",
    good: footer({ code_expiration_minutes: 90 }),
    bad: footer({ code_expiration_minutes: 91 }),
    code: "code-expiration-out-of-range",
    path: "/components/1/code_expiration_minutes",
  },
  {
    rule: "one OTP button",
    good,
    bad: auth({ type: "BODY" }),
    code: "authentication-button-missing",
    path: "/components",
  },
  {
    rule: "not two OTP buttons",
    good,
    bad: auth(
      { type: "BODY" },
      {
        type: "BUTTONS",
        buttons: [
          { type: "OTP", otp_type: "COPY_CODE" },
          { type: "OTP", otp_type: "COPY_CODE" },
        ],
      },
    ),
    code: "buttons-of-type",
    path: "/components/1/buttons/1",
  },
  {
    rule: "no other button",
    good,
    bad: auth({ type: "BODY" }, { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "No" }] }),
    code: "authentication-button",
    path: OTP,
    answer: 2388042,
  },
]);

table("OTP buttons", [
  { rule: "a type", good, bad: code({ otp_type: undefined }), code: "otp-type-missing", path: OTP },
  {
    rule: "a known type, in any letter case",
    good: code({ otp_type: "copy_code" }),
    bad: code({ otp_type: "TAP" }),
    code: "otp-type-unknown",
    path: `${OTP}/otp_type`,
    answer: 100,
  },
  {
    rule: "a label of 25 characters",
    good: code({ text: "a".repeat(25) }),
    bad: code({ text: "a".repeat(26) }),
    code: "button-label-too-long",
    path: `${OTP}/text`,
  },
  {
    rule: "an autofill label of 25 characters",
    good: oneTap({ supported_apps: [app()], autofill_text: "a".repeat(25) }),
    bad: oneTap({ supported_apps: [app()], autofill_text: "a".repeat(26) }),
    code: "button-label-too-long",
    path: `${OTP}/autofill_text`,
  },
  {
    rule: "terms of zero-tap",
    good: zeroTap({ zero_tap_terms_accepted: true }),
    bad: zeroTap({ zero_tap_terms_accepted: false }),
    code: "zero-tap-terms",
    path: `${OTP}/zero_tap_terms_accepted`,
  },
  {
    rule: "terms of zero-tap at all",
    good: zeroTap({ zero_tap_terms_accepted: "true" }),
    bad: zeroTap({}),
    code: "zero-tap-terms",
    path: OTP,
  },
  {
    rule: "apps of one-tap",
    good: oneTap(),
    bad: oneTap({}),
    code: "supported-apps-missing",
    path: OTP,
    answer: 2388043,
  },
  {
    rule: "five apps",
    good: oneTap({ supported_apps: [1, 2, 3, 4, 5].map((n) => app({ package_name: `com.app${n}` })) }),
    bad: oneTap({ supported_apps: [1, 2, 3, 4, 5, 6].map((n) => app({ package_name: `com.app${n}` })) }),
    code: "supported-apps-many",
    path: `${OTP}/supported_apps`,
    says: "6 apps; WhatsApp allows 5",
  },
  {
    rule: "apps for one-tap only, in doubt",
    good,
    bad: code({ supported_apps: [app()] }),
    code: "supported-apps-unused",
    path: `${OTP}/supported_apps`,
    severity: "warning",
  },
  {
    rule: "apps in their list, in doubt",
    good: oneTap(),
    bad: oneTap(app()),
    code: "supported-apps-outside",
    path: OTP,
    severity: "warning",
  },
  {
    rule: "no app twice, in doubt",
    good: oneTap(),
    bad: oneTap({ supported_apps: [app(), app()] }),
    code: "supported-app-twice",
    path: `${OTP}/supported_apps/1`,
    severity: "warning",
  },
  {
    rule: "a whole app",
    good: oneTap(),
    bad: oneTap({ supported_apps: [{ package_name: "com.example" }] }),
    code: "supported-app-incomplete",
    path: APP,
  },
  {
    rule: "a package name of two parts",
    good: oneTap({ supported_apps: [app({ package_name: "a.b" })] }),
    bad: oneTap({ supported_apps: [app({ package_name: "app" })] }),
    code: "package-name-invalid",
    path: `${APP}/package_name`,
  },
  {
    rule: "a package name of 224 characters",
    good: oneTap({ supported_apps: [app({ package_name: name(224) })] }),
    bad: oneTap({ supported_apps: [app({ package_name: name(225) })] }),
    code: "package-name-invalid",
    path: `${APP}/package_name`,
  },
  {
    rule: "a hash of 11 characters",
    good: oneTap(),
    bad: oneTap({ supported_apps: [app({ signature_hash: "K8a/AINcGX" })] }),
    code: "signature-hash-invalid",
    path: `${APP}/signature_hash`,
    says: "has 10 characters",
  },
  {
    rule: "a hash of its letters",
    good: oneTap(),
    bad: oneTap({ supported_apps: [app({ signature_hash: "K8a-AINcGX7" })] }),
    code: "signature-hash-invalid",
    path: `${APP}/signature_hash`,
  },
  {
    rule: "a hash that is not encoded, in doubt",
    good: oneTap(),
    bad: oneTap({ supported_apps: [app({ signature_hash: "K8a%2FAINcGX7" })] }),
    code: "signature-hash-encoded",
    path: `${APP}/signature_hash`,
    severity: "warning",
  },
]);
