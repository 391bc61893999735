import { isObject } from "../../text/index.ts";
import type { TemplateBody, TemplateChange } from "../types.ts";

/** `body text`, `button 2 url`, `footer`: where a change is, in words. `wanted` is the declared template in canonical form. */
export function placeOfChange({ path, wanted, observed }: TemplateChange, { components }: TemplateBody): string {
  const [field = "", index, ...inside] = path.split("/").slice(1);
  if (field !== "components" || index === undefined) return field === "" ? "template" : words([field]);
  const component = inside.length > 0 ? components?.[Number(index)] : (wanted ?? observed);
  const type = isObject(component) && typeof component.type === "string" ? component.type.toLowerCase() : "component";
  // A part of the list is named by itself: `button 2 url`, not `buttons button 2 url`.
  return words(inside[0] === type && inside.length > 1 ? inside : [type, ...inside]);
}

/** `["buttons", "1", "url"]` → `button 2 url` */
function words(path: readonly string[]): string {
  const named = path.map((part, index) => {
    if (/^\d+$/.test(part)) return String(Number(part) + 1);
    return /^\d+$/.test(path[index + 1] ?? "") ? part.replace(/s$/, "") : part;
  });
  return named.join(" ").replaceAll("_", " ");
}
