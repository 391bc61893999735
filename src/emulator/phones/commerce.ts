import { flag } from "../graph/shape.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Phone } from "../store/state.ts";
import type { World } from "../world.ts";

const booleanOr = (name: string, value: Json | undefined, held: boolean): boolean => {
  if (value === undefined) return held;
  flag(value, name);
  return /^(true|1)$/i.test(String(value));
};

/** `POST /{phone}/whatsapp_commerce_settings`: cart and catalog, each on or off. */
export const changeCommerce = (world: World, phone: Phone, parameters: JsonObject): JsonObject => {
  const { isCartEnabled, isCatalogVisible } = phone.commerce;
  phone.commerce = {
    isCartEnabled: booleanOr("is_cart_enabled", parameters.is_cart_enabled, isCartEnabled),
    isCatalogVisible: booleanOr("is_catalog_visible", parameters.is_catalog_visible, isCatalogVisible),
  };
  world.changed();
  return { success: true };
};

export const commerceView = ({ id, commerce }: Phone): JsonObject => ({
  id,
  is_cart_enabled: commerce.isCartEnabled,
  is_catalog_visible: commerce.isCatalogVisible,
});
