export { closest } from "./closest.ts";
export { emojisOf } from "./emoji.ts";
export { field, isEqualJson, isObject, type JsonObject, parentOf, parseJson, pointer, rowOf, valueAt } from "./json.ts";
export { SEARCHED, textLength } from "./length.ts";
export { count, listing, quote } from "./quote.ts";
