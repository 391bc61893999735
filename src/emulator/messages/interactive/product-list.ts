import { filled, requiredAt, within } from "../../graph/shape.ts";
import { type JsonObject, objectOf } from "../../json.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";
import { messageError } from "../message-error.ts";
import { arrayAt } from "./button.ts";
import { checkCount } from "./lengths.ts";
import { checkSectionTitle } from "./list.ts";

/** Up to ten sections with up to thirty products in all. */
export function checkProductList(action: JsonObject, path: string): void {
  filled(requiredAt(action, "catalog_id", path), within(path, "catalog_id"));
  const sections = arrayAt(action, "sections", path);
  checkCount("sections", sections.length, 1, MESSAGE_LIMITS.listSections);
  const items = sections.flatMap((value, index) => {
    const section = objectOf(value);
    const sectionPath = within(within(path, "sections"), index);
    checkSectionTitle(section, sections.length === 1);
    const products = arrayAt(section, "product_items", sectionPath);
    products.forEach((product, at) => {
      const productPath = within(within(sectionPath, "product_items"), at);
      filled(
        requiredAt(objectOf(product), "product_retailer_id", productPath),
        within(productPath, "product_retailer_id"),
      );
    });
    return products;
  });
  if (items.length > MESSAGE_LIMITS.products) {
    throw messageError("value", `Total product count exceed max allowed count: ${MESSAGE_LIMITS.products}`);
  }
  if (items.length === 0) throw messageError("value", "Sections must have at least one product");
}
