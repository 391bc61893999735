import { createHash } from "node:crypto";
import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { fieldNames } from "../graph/fields.ts";
import { GraphError, type GraphErrorFields } from "../graph/graph-error.ts";
import { paged } from "../graph/paging.ts";
import { phoneInPath, readParameters } from "../graph/request.ts";
import { oneOf, requiredAt } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";
import { qrCodeId, token } from "../ids.ts";
import type { JsonObject } from "../json.ts";
import type { Phone, QrCode } from "../store/state.ts";
import { lengthOf } from "../text/characters.ts";

/** Characters of a message and of a code; codes per phone number. */
const QR_CODE = { message: 140, code: 14, perNumber: 2000 } as const;

const CODE = new RegExp(`^[A-Za-z0-9]{${QR_CODE.code}}$`);

/** As Meta's API description has them. */
const ERRORS = {
  notFound: {
    status: 404,
    message: "QR code not found",
    type: "GraphMethodException",
    code: 803,
    title: "QR Code Not Found",
    userMessage: "The QR code you're trying to access doesn't exist or has been deleted",
  },
  codeFormat: {
    message: `Invalid QR code ID format. Expected ${QR_CODE.code}-character alphanumeric string`,
    code: 100,
  },
  messageLength: {
    message: `Invalid prefilled_message length. Maximum ${QR_CODE.message} characters allowed`,
    code: 100,
  },
} as const satisfies Record<string, GraphErrorFields>;

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

/** A code with the named fields; `qr_image_url.format(SVG)` names the format of the image. */
function qrView(qr: QrCode, fields: string | undefined, now: number): JsonObject {
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
  if (!CODE.test(code)) throw new GraphError(ERRORS.codeFormat);
  const found = qrCodes.find((qr) => qr.code === code);
  if (found === undefined) throw new GraphError(ERRORS.notFound);
  return found;
}

function newCode(emulator: EmulatorContext, phone: Phone, message: string): QrCode {
  if (phone.qrCodes.length >= QR_CODE.perNumber)
    throw invalidParameter(`Too many QR codes. Maximum allowed is ${QR_CODE.perNumber}`);
  const qr = { code: qrCodeId(), message, created: emulator.now() };
  phone.qrCodes.unshift(qr);
  return qr;
}

/** Creates a code, or replaces the message of the named one. */
function saveQrCode(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const message = String(requiredAt(parameters, "prefilled_message", ""));
  const { code, generate_qr_image: format } = parameters;
  if (message === "" || lengthOf(message) > QR_CODE.message) throw new GraphError(ERRORS.messageLength);
  if (format !== undefined) oneOf("SVG", "PNG")(format, "generate_qr_image");
  const qr = code === undefined ? newCode(emulator, phone, message) : findQrCode(phone, String(code));
  qr.message = message;
  emulator.changed();
  const image = format === undefined ? "" : `,qr_image_url.format(${String(format)})`;
  return qrView(qr, `${DEFAULTS.join(",")}${image}`, emulator.now());
}

function removeQrCode(emulator: EmulatorContext, phone: Phone, code: string): JsonObject {
  const found = findQrCode(phone, code);
  phone.qrCodes = phone.qrCodes.filter((qr) => qr !== found);
  emulator.changed();
  return { success: true };
}

/** `GET`, `POST` and `DELETE /{phone}/message_qrdls`, with or without a code. */
export function qrCodeRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/message_qrdls", (c) => {
    const { fields, code } = c.req.query();
    const codes = phoneInPath(emulator, c).qrCodes.filter((qr) => code === undefined || qr.code === code);
    return c.json(paged(c, codes, (qr) => qrView(qr, fields, emulator.now())));
  });
  app.post("/:id/message_qrdls", async (c) =>
    c.json(saveQrCode(emulator, phoneInPath(emulator, c), await readParameters(c))),
  );
  app.get("/:id/message_qrdls/:code", (c) => {
    const { qrCodes } = phoneInPath(emulator, c);
    const found = qrCodes.filter(({ code }) => code === c.req.param("code"));
    return c.json({ data: found.map((qr) => qrView(qr, c.req.query("fields"), emulator.now())) });
  });
  app.post("/:id/message_qrdls/:code", async (c, next) => {
    if (!emulator.switches.qrCodeInPath) return next();
    const { code } = c.req.param();
    return c.json(saveQrCode(emulator, phoneInPath(emulator, c), { ...(await readParameters(c)), code }));
  });
  app.delete("/:id/message_qrdls/:code", (c) =>
    c.json(removeQrCode(emulator, phoneInPath(emulator, c), c.req.param("code"))),
  );
}
