import type { EmulatorContext } from "../emulator-context.ts";
import { phoneInPath, readParameters } from "../graph/request.ts";
import { loose, oneOf, optional } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";
import { decoded, isObject, type JsonObject, objectOf, upperOf } from "../json.ts";
import type { Phone } from "../store/state.ts";

const onOff = optional(oneOf("enabled", "disabled"));
const status = optional(loose({ status: onOff }));
/** The settings, by name. */
const PARTS = {
  calling: optional(loose({ status: onOff, video: status, sip: status, callback_permission_status: onOff })),
  payload_encryption: status,
  storage_configuration: optional(loose()),
  user_identity_change: optional(loose()),
};

/** A client sends `{enabled, region}` or `{status, data_localization_region}`; a read shows the second form. */
function storage({ enabled, region, ...rest }: JsonObject): JsonObject {
  if (enabled === undefined) return { ...rest, status: upperOf(rest.status ?? "default").toLowerCase() };
  return enabled === true || enabled === "true"
    ? { status: "in_country_storage_enabled", data_localization_region: region ?? null }
    : { status: "default" };
}

/** Merges each part into the current one. */
function changeSettings(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const sent = Object.fromEntries(Object.keys(PARTS).map((name) => [name, decoded(parameters[name]) ?? null]));
  loose(PARTS)(sent, "settings");
  for (const [name, value] of Object.entries(sent)) {
    if (!isObject(value)) continue;
    phone.settings[name] =
      name === "storage_configuration" ? storage(value) : { ...objectOf(phone.settings[name]), ...value };
  }
  emulator.changed();
  return { success: true };
}

function settingsView({ settings }: Phone): JsonObject {
  return {
    calling: { status: "disabled", call_icon_visibility: "default", ...objectOf(settings.calling) },
    payload_encryption: { status: "disabled", ...objectOf(settings.payload_encryption) },
    storage_configuration: { status: "default", ...objectOf(settings.storage_configuration) },
    ...(settings.user_identity_change === undefined ? {} : { user_identity_change: settings.user_identity_change }),
  };
}

/** `GET` and `POST /{phone}/settings`. */
export function phoneSettingsRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/settings", (c) => c.json(settingsView(phoneInPath(emulator, c))));
  app.post("/:id/settings", async (c) =>
    c.json(changeSettings(emulator, phoneInPath(emulator, c), await readParameters(c))),
  );
}
