import type { EmulatorContext } from "../emulator-context.ts";
import { fieldNames, type NodeShape, project } from "../graph/fields.ts";
import { phoneInPath, readParameters } from "../graph/request.ts";
import { flag } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Phone } from "../store/state.ts";

function booleanOr(name: string, value: Json | undefined, held: boolean): boolean {
  if (value === undefined) return held;
  flag(value, name);
  return /^(true|1)$/i.test(String(value));
}

function changeCommerce(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const { isCartEnabled, isCatalogVisible } = phone.commerce;
  phone.commerce = {
    isCartEnabled: booleanOr("is_cart_enabled", parameters.is_cart_enabled, isCartEnabled),
    isCatalogVisible: booleanOr("is_catalog_visible", parameters.is_catalog_visible, isCatalogVisible),
  };
  emulator.changed();
  return { success: true };
}

const DEFAULTS = ["is_cart_enabled", "is_catalog_visible", "id"];

const SHAPE: NodeShape = { type: "WhatsAppCommerceSettings", defaults: DEFAULTS, known: [...DEFAULTS, "catalog_id"] };

/** The settings with the named fields. No catalog is linked, so its id is never shown. */
function commerceView({ id, commerce }: Phone, fields: string | undefined): JsonObject {
  return project(
    { id, is_cart_enabled: commerce.isCartEnabled, is_catalog_visible: commerce.isCatalogVisible },
    fieldNames(fields),
    SHAPE,
  );
}

/** `GET` and `POST /{phone}/whatsapp_commerce_settings`: cart and catalog, each on or off. */
export function commerceSettingsRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/whatsapp_commerce_settings", (c) =>
    c.json({ data: [commerceView(phoneInPath(emulator, c), c.req.query("fields"))] }),
  );
  app.post("/:id/whatsapp_commerce_settings", async (c) =>
    c.json(changeCommerce(emulator, phoneInPath(emulator, c), await readParameters(c))),
  );
}
