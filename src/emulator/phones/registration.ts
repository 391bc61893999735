import { randomInt } from "node:crypto";
import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { GraphError, type GraphErrorFields } from "../graph/graph-error.ts";
import { phoneInPath, readParameters } from "../graph/request.ts";
import { oneOf, requiredAt } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";
import type { JsonObject } from "../json.ts";
import { checkProduct } from "../messages/envelope.ts";
import { blamed } from "../messages/message-error.ts";
import type { Phone } from "../store/state.ts";
import { RATES } from "../tables/rates.ts";

const PIN_DIGITS = 6;
const PERIOD = RATES.registrations.hours * PERIODS.HOUR;

/**
 * Recorded: 136024 and 136025 (texts in the user's language), 133010. Meta's API description has the PIN format; the
 * error code page has the rest.
 */
const ERRORS = {
  codeNotSent: {
    message: "Request code error",
    code: 136024,
    subcode: 2388091,
    title: "Couldn't send code",
    userMessage: "Please try again after some time.",
    portuguese: { title: "Não foi possível enviar o código", userMessage: "Tente novamente depois de um tempo." },
  },
  wrongCode: {
    message: "Verify code error",
    code: 136025,
    subcode: 2388093,
    title: "Couldn't verify code",
    userMessage: "The code you entered is incorrect.",
    portuguese: { title: "Não foi possível verificar o código", userMessage: "O código inserido está incorreto." },
  },
  pinFormat: { message: `Invalid PIN format. PIN must be exactly ${PIN_DIGITS} digits`, code: 100 },
  wrongPin: {
    message: "(#133005) Two step verification PIN mismatch",
    code: 133005,
    data: blamed("Two step verification PIN mismatch"),
  },
  notVerified: {
    message: "(#133006) Phone number re-verification needed",
    code: 133006,
    data: blamed("The phone number must be verified before it is registered"),
  },
  notRegistered: { message: "(#133010) Account not registered", code: 133010 },
  tooManyRegistrations: {
    message: "(#133016) Account register deregister rate limit exceeded",
    code: 133016,
    data: blamed(
      `Too many register or deregister requests for this number within ${RATES.registrations.hours} hours. Try again later.`,
    ),
  },
} as const satisfies Record<string, GraphErrorFields>;

/** `POST /{phone}/request_code`. `/_emulator/state` shows the code that the phone would receive. */
function requestCode(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  oneOf("SMS", "VOICE")(requiredAt(parameters, "code_method", ""), "code_method");
  // Older clients call the language "locale".
  if (parameters.locale === undefined) requiredAt(parameters, "language", "");
  if (phone.fields.code_verification_status === "VERIFIED") throw new GraphError(ERRORS.codeNotSent);
  phone.verificationCode = String(randomInt(100_000, 1_000_000));
  emulator.changed();
  return { success: true };
}

/** `POST /{phone}/verify_code`. A code works once. */
function verifyCode(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const code = String(requiredAt(parameters, "code", "")).replace("-", "");
  if (phone.verificationCode === undefined || code !== phone.verificationCode) throw new GraphError(ERRORS.wrongCode);
  delete phone.verificationCode;
  phone.fields.code_verification_status = "VERIFIED";
  emulator.changed();
  return { success: true };
}

function spendCall(emulator: EmulatorContext, phone: Phone): void {
  const now = emulator.now();
  phone.registrations = phone.registrations.filter((time) => time > now - PERIOD);
  if (emulator.options.quotas && phone.registrations.length >= RATES.registrations.max) {
    throw new GraphError(ERRORS.tooManyRegistrations);
  }
  phone.registrations.push(now);
}

export function checkPin(pin: unknown): string {
  if (!new RegExp(`^\\d{${PIN_DIGITS}}$`).test(String(pin))) throw new GraphError(ERRORS.pinFormat);
  return String(pin);
}

/** `POST /{phone}/register`. The first registration sets the PIN; later ones need it. */
function register(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  checkProduct(parameters);
  const pin = checkPin(requiredAt(parameters, "pin", ""));
  spendCall(emulator, phone);
  if (phone.fields.code_verification_status !== "VERIFIED") throw new GraphError(ERRORS.notVerified);
  if (phone.pin !== undefined && phone.pin !== pin) throw new GraphError(ERRORS.wrongPin);
  phone.pin = pin;
  phone.registered = true;
  Object.assign(phone.fields, { status: "CONNECTED", platform_type: "CLOUD_API", is_pin_enabled: true });
  emulator.changed();
  return { success: true };
}

/** `POST /{phone}/deregister`. The number can no longer send; its resources remain. */
function deregister(emulator: EmulatorContext, phone: Phone): JsonObject {
  if (!phone.registered) throw new GraphError(ERRORS.notRegistered);
  spendCall(emulator, phone);
  phone.registered = false;
  Object.assign(phone.fields, { status: "DISCONNECTED", platform_type: "NOT_APPLICABLE" });
  emulator.changed();
  return { success: true };
}

/** Verification of a number by a code, and its registration for the Cloud API. */
export function registrationRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  const actions = { register, request_code: requestCode, verify_code: verifyCode };
  for (const [edge, act] of Object.entries(actions)) {
    app.post(`/:id/${edge}`, async (c) => c.json(act(emulator, phoneInPath(emulator, c), await readParameters(c))));
  }
  app.post("/:id/deregister", (c) => c.json(deregister(emulator, phoneInPath(emulator, c))));
}
