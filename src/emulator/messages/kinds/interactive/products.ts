import { filled, loose, optional, required, requiredAt, within } from "../../../graph/shape.ts";
import { type JsonObject, objectOf } from "../../../json.ts";
import { messageError } from "../../message-error.ts";
import { ANY_HEADER, arrayAt, INTERACTIVE, type InteractiveKind, named, ruled, shaped } from "./interactive-kind.ts";
import { inSections } from "./list.ts";

export const PRODUCTS_MAX = 30;

/** The action that names one product of a catalog; cards of a carousel have it too. */
export const productAction = loose({ catalog_id: required(filled), product_retailer_id: required(filled) });

/** `product`: one product. */
export const product: InteractiveKind = {
  action: shaped(productAction),
  body: { max: INTERACTIVE.body, isOptional: true },
};

function requiredId(object: JsonObject, key: string, path: string): void {
  filled(requiredAt(object, key, path), within(path, key));
}

function checkProductList(action: JsonObject, path: string): void {
  requiredId(action, "catalog_id", path);
  const items = inSections(action, path, (section, sectionPath) => {
    const products = arrayAt(section, "product_items", sectionPath);
    products.forEach((item, at) => {
      requiredId(objectOf(item), "product_retailer_id", within(within(sectionPath, "product_items"), at));
    });
    return products;
  });
  if (items.length > PRODUCTS_MAX) {
    throw messageError("value", `Total product count exceed max allowed count: ${PRODUCTS_MAX}`);
  }
  if (items.length === 0) throw messageError("value", "Sections must have at least one product");
}

/** `product_list`: products in sections. */
export const productList: InteractiveKind = {
  action: ruled(checkProductList),
  headers: ["text"],
  requiresHeader: true,
};

/** `catalog_message`: the whole catalog. */
export const catalogMessage: InteractiveKind = {
  headers: ANY_HEADER,
  action: shaped(
    loose({
      name: named("catalog_message"),
      parameters: optional(loose({ thumbnail_product_retailer_id: optional(filled) })),
    }),
  ),
};
