import type { EmulatorContext } from "../emulator-context.ts";
import { filled } from "../graph/shape.ts";
import { decoded, type Json, type JsonObject, objectOf, rowOf } from "../json.ts";
import type { Phone } from "../store/state.ts";
import { callbackOverride } from "./callback-override.ts";
import { checkPin } from "./register.ts";

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

/** What a call changes, by parameter. Others are ignored. */
const SETTERS: Readonly<Record<string, (phone: Phone, value: Json) => void>> = {
  new_display_name: setDisplayName,
  pin: setPin,
  search_visibility: setField("search_visibility"),
  username: setField("username"),
  webhook_configuration: setWebhook,
};

/** `POST /{phone}`: two-step PIN, display name (reviewed), webhook override, visibility, username. */
export function updatePhone(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const inner = objectOf(decoded(parameters.whatsapp_business_api_data));
  for (const [name, value] of Object.entries({ ...inner, ...parameters })) rowOf(SETTERS, name)?.(phone, value);
  emulator.changed();
  return { success: true };
}
