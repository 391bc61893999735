import { createHash } from "node:crypto";
import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { fieldNames } from "../graph/fields.ts";
import { oneOf, requiredAt } from "../graph/shape.ts";
import { qrCodeId, token } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import type { Phone, QrCode } from "../store/state.ts";
import { PHONE_LIMITS } from "../tables/phone-limits.ts";
import { lengthOf } from "../text/characters.ts";
import { phoneError } from "./phone-error.ts";

const IMAGE_LIFE = 30 * PERIODS.DAY;

/** A signed URL that differs on every read; the path belongs to the code and the format. */
function imageUrl({ code }: QrCode, format: string, now: number): string {
  const file = createHash("sha512").update(`${code}.${format}`).digest("base64url");
  const expiry = Math.floor((now + IMAGE_LIFE) / PERIODS.SECOND)
    .toString(16)
    .toUpperCase();
  return `https://scontent.xx.fbcdn.net/m1/v/t6/An${file}?ccb=10-5&oh=00_Af${token(40)}&oe=${expiry}&_nc_sid=5a413f`;
}

const NAMES = ["code", "prefilled_message", "deep_link_url", "qr_image_url", "creation_time"];
const DEFAULTS = ["code", "prefilled_message", "deep_link_url"];

/** A code with the named fields; `qr_image_url.format(SVG)` tells the format of the image. */
export function qrView(qr: QrCode, fields: string | undefined, now: number): JsonObject {
  const names = fieldNames(fields) ?? DEFAULTS;
  const [, format = "SVG"] = /qr_image_url\.format\((\w+)\)/.exec(fields ?? "") ?? [];
  const known: JsonObject = {
    code: qr.code,
    prefilled_message: qr.message,
    deep_link_url: `https://wa.me/message/${qr.code}`,
    qr_image_url: imageUrl(qr, format.toUpperCase(), now),
    creation_time: Math.floor(qr.created / PERIODS.SECOND),
  };
  const view: JsonObject = {};
  for (const name of names) {
    const value = NAMES.includes(name) ? known[name] : undefined;
    if (value === undefined)
      throw invalidParameter(`Tried accessing nonexisting field (${name}) on node type (WhatsAppMessageQRDL)`);
    view[name] = value;
  }
  return view;
}

function findQrCode({ qrCodes }: Phone, code: string): QrCode {
  if (!/^[A-Za-z0-9]{14}$/.test(code)) throw phoneError("qrCodeFormat");
  const found = qrCodes.find((qr) => qr.code === code);
  if (found === undefined) throw phoneError("qrNotFound");
  return found;
}

function newCode(emulator: EmulatorContext, phone: Phone, message: string): QrCode {
  if (phone.qrCodes.length >= PHONE_LIMITS.qrCodes)
    throw invalidParameter("Too many QR codes. Maximum allowed is 2000");
  const qr = { code: qrCodeId(), message, created: emulator.now() };
  phone.qrCodes.unshift(qr);
  return qr;
}

/** `POST /{phone}/message_qrdls`: a new code, or another message for the named one. */
export function saveQrCode(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const message = String(requiredAt(parameters, "prefilled_message", ""));
  const { code, generate_qr_image: format } = parameters;
  if (message === "" || lengthOf(message) > PHONE_LIMITS.qrMessage) throw phoneError("qrMessageLength");
  if (format !== undefined) oneOf("SVG", "PNG")(format, "generate_qr_image");
  const qr = code === undefined ? newCode(emulator, phone, message) : findQrCode(phone, String(code));
  qr.message = message;
  emulator.changed();
  const image = format === undefined ? "" : `,qr_image_url.format(${String(format)})`;
  return qrView(qr, `${DEFAULTS.join(",")}${image}`, emulator.now());
}

export function removeQrCode(emulator: EmulatorContext, phone: Phone, code: string): JsonObject {
  const found = findQrCode(phone, code);
  phone.qrCodes = phone.qrCodes.filter((qr) => qr !== found);
  emulator.changed();
  return { success: true };
}
