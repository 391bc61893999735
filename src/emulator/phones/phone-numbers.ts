import type { EmulatorContext } from "../emulator-context.ts";
import { fieldNames, type NodeFinder, type NodeShape, plainNode, project } from "../graph/fields.ts";
import { GraphError, type GraphErrorFields } from "../graph/graph-error.ts";
import { paged } from "../graph/paging.ts";
import { accountInPath, readParameters } from "../graph/request.ts";
import { filled, requiredAt } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";
import { graphId } from "../ids.ts";
import { decoded, type Json, type JsonObject, objectOf, rowOf } from "../json.ts";
import { findPhone, newPhone } from "../store/accounts.ts";
import type { Account, Phone } from "../store/state.ts";
import { isInternationalNumber } from "../tables/international-number.ts";
import { checkPin } from "./registration.ts";
import { callbackOverride } from "./webhooks.ts";

const NUMBERS_PER_ACCOUNT = 20;

/** As Meta's API description has them. */
const ERRORS = {
  tooManyNumbers: {
    status: 403,
    message: "Phone number limit exceeded for this WhatsApp Business Account",
    code: 200,
    subcode: 1349175,
    title: "Limit Exceeded",
    userMessage: "You have reached the maximum number of phone numbers for this account",
  },
  notE164: { message: "Invalid parameter: phone_number must be in E.164 format", code: 100 },
  /** Source of the subcode: the error code page. */
  alreadyHere: {
    message: "Invalid parameter",
    code: 100,
    subcode: 2388012,
    title: "Phone number already exists",
    userMessage: "This phone number already exists in your list of phone numbers.",
  },
  numberTaken: {
    message: "Phone number is already registered with WhatsApp Business",
    type: "GraphMethodException",
    code: 100,
  },
} as const satisfies Record<string, GraphErrorFields>;

const PHONE_DEFAULTS = [
  "verified_name",
  "code_verification_status",
  "display_phone_number",
  "quality_rating",
  "platform_type",
  "throughput",
  "webhook_configuration",
  "id",
];

/** Fields of a phone number. Source: phone number node reference and listings. */
const PHONE_SHAPE: NodeShape = {
  type: "WhatsAppBusinessPhoneNumber",
  defaults: PHONE_DEFAULTS,
  known: [
    ...PHONE_DEFAULTS,
    "account_mode",
    "certificate",
    "conversational_automation",
    "country_code",
    "country_dial_code",
    "eligibility_for_api_business_global_search",
    "health_status",
    "is_official_business_account",
    "is_on_biz_app",
    "is_pin_enabled",
    "is_preverified_number",
    "last_onboarded_time",
    "messaging_limit_tier",
    "name_status",
    "new_certificate",
    "new_display_name",
    "new_name_status",
    "quality_score",
    "search_visibility",
    "status",
    "username",
    "whatsapp_business_manager_messaging_limit",
  ],
};

function digits(value: unknown): string {
  return String(value).replace(/\D/g, "");
}

function isTrue(value: Json | undefined): boolean {
  return /^(true|1)$/i.test(String(value));
}

/** Adds a number, which must then be verified and registered. */
function addPhone(emulator: EmulatorContext, account: Account, parameters: JsonObject): JsonObject {
  const countryCode = digits(requiredAt(parameters, "cc", ""));
  const sent = digits(requiredAt(parameters, "phone_number", ""));
  const name = requiredAt(parameters, "verified_name", "");
  const number = sent.startsWith(countryCode) && sent.length > 10 ? sent : countryCode + sent;
  if (!isInternationalNumber(number)) throw new GraphError(ERRORS.notE164);
  const { phones } = emulator.state;
  const holder = phones.find(({ fields }) => digits(fields.display_phone_number) === number);
  if (holder !== undefined) {
    const isMigration = isTrue(parameters.migrate_phone_number) && holder.waba === account.id;
    throw new GraphError(isMigration ? ERRORS.alreadyHere : ERRORS.numberTaken);
  }
  if (phones.filter(({ waba }) => waba === account.id).length >= NUMBERS_PER_ACCOUNT) {
    throw new GraphError(ERRORS.tooManyNumbers);
  }
  const phone = newPhone({ id: graphId(), waba: account.id });
  phone.registered = false;
  Object.assign(phone.fields, {
    verified_name: name,
    code_verification_status: "NOT_VERIFIED",
    display_phone_number: `+${number}`,
    quality_rating: "UNKNOWN",
    platform_type: "NOT_APPLICABLE",
    status: "PENDING",
    name_status: "PENDING_REVIEW",
    is_pin_enabled: false,
  });
  phones.push(phone);
  emulator.changed();
  return { id: phone.id };
}

function setPin(phone: Phone, pin: Json): void {
  phone.pin = checkPin(pin);
  phone.fields.is_pin_enabled = true;
}

function setWebhook(phone: Phone, value: Json): void {
  const uri = callbackOverride(objectOf(decoded(value)));
  const { phone_number: _, ...others } = objectOf(phone.fields.webhook_configuration);
  const configuration = uri === undefined ? others : { ...others, phone_number: uri };
  if (Object.keys(configuration).length > 0) phone.fields.webhook_configuration = configuration;
  else delete phone.fields.webhook_configuration;
}

function setDisplayName(phone: Phone, name: Json): void {
  filled(name, "new_display_name");
  Object.assign(phone.fields, { new_display_name: name, new_name_status: "PENDING_REVIEW" });
}

function setField(key: string) {
  return (phone: Phone, value: Json) => {
    phone.fields[key] = value;
  };
}

/** The parameters of an update. Graph ignores others. */
const SETTERS: Readonly<Record<string, (phone: Phone, value: Json) => void>> = {
  new_display_name: setDisplayName,
  pin: setPin,
  search_visibility: setField("search_visibility"),
  username: setField("username"),
  webhook_configuration: setWebhook,
};

/** `POST /{phone}`: two-step PIN, display name (reviewed), webhook override, visibility, username. */
function updatePhone(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const inner = objectOf(decoded(parameters.whatsapp_business_api_data));
  for (const [name, value] of Object.entries({ ...inner, ...parameters })) rowOf(SETTERS, name)?.(phone, value);
  emulator.changed();
  return { success: true };
}

/** `GET` and `POST /{phone}`. */
export const phoneNode: NodeFinder = (emulator, id, c) => {
  const phone = findPhone(emulator.state, id);
  if (phone === undefined) return undefined;
  const post = async () => updatePhone(emulator, phone, await readParameters(c));
  return { ...plainNode(phone.fields, PHONE_SHAPE, c), post };
};

/** `GET` and `POST /{waba}/phone_numbers`. */
export function phoneNumberRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/phone_numbers", (c) => {
    const account = accountInPath(emulator, c);
    const names = fieldNames(c.req.query("fields"));
    const phones = emulator.state.phones.filter((phone) => phone.waba === account.id);
    return c.json(paged(c, phones, (phone) => project(phone.fields, names, PHONE_SHAPE)));
  });
  app.post("/:id/phone_numbers", async (c) =>
    c.json(addPhone(emulator, accountInPath(emulator, c), await readParameters(c))),
  );
}
