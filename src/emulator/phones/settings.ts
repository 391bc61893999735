import type { EmulatorContext } from "../emulator-context.ts";
import { loose, oneOf, optional } from "../graph/shape.ts";
import { decoded, isObject, type JsonObject, objectOf, upperOf } from "../json.ts";
import type { Phone } from "../store/state.ts";

const onOff = optional(oneOf("enabled", "disabled"));
const status = optional(loose({ status: onOff }));
const shape = loose({
  calling: optional(loose({ status: onOff, video: status, sip: status, callback_permission_status: onOff })),
  payload_encryption: status,
  storage_configuration: optional(loose()),
  user_identity_change: optional(loose()),
});

const NAMES = ["calling", "payload_encryption", "storage_configuration", "user_identity_change"];

/** Sent as `{enabled, region}` or `{status, data_localization_region}`, read back as the second. */
function storage({ enabled, region, ...rest }: JsonObject): JsonObject {
  if (enabled === undefined) return { ...rest, status: upperOf(rest.status ?? "default").toLowerCase() };
  return enabled === true || enabled === "true"
    ? { status: "in_country_storage_enabled", data_localization_region: region ?? null }
    : { status: "default" };
}

/** `POST /{phone}/settings`: each part is merged into what is there. */
export function changeSettings(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const sent = Object.fromEntries(NAMES.map((name) => [name, decoded(parameters[name]) ?? null]));
  shape(sent, "settings");
  for (const [name, value] of Object.entries(sent)) {
    if (!isObject(value)) continue;
    phone.settings[name] =
      name === "storage_configuration" ? storage(value) : { ...objectOf(phone.settings[name]), ...value };
  }
  emulator.changed();
  return { success: true };
}

export function settingsView({ settings }: Phone): JsonObject {
  return {
    calling: { status: "disabled", call_icon_visibility: "default", ...objectOf(settings.calling) },
    payload_encryption: { status: "disabled", ...objectOf(settings.payload_encryption) },
    storage_configuration: { status: "default", ...objectOf(settings.storage_configuration) },
    ...(settings.user_identity_change === undefined ? {} : { user_identity_change: settings.user_identity_change }),
  };
}
