export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A string, or an integer that is too long for a JavaScript number (but not the digits of a fraction). */
const STRING_OR_LONG_INTEGER = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/gs;

function quoteUnsafe(token: string): string {
  return token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`;
}

/**
 * `JSON.parse`, except that integers above 2^53 become strings: WhatsApp's ids reach 2^63, and some people and servers write
 * them as numbers.
 * @throws {SyntaxError}
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // Only valid JSON reaches the replacement, whose pattern is slow on unterminated strings.
  return /\d{16}/.test(text) ? JSON.parse(text.replace(STRING_OR_LONG_INTEGER, quoteUnsafe)) : value;
}

/** The value of an own key: a body with a key like `constructor` must not reach the prototype. */
export function field(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The value at a path of keys and indexes; undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) ? field(value, String(key)) : undefined;
  }, root);
}

/** A table's row for a key from outside; undefined for `constructor` and `__proto__`. */
export function rowOf<Row>(table: Readonly<Record<string, Row>>, key: string): Row | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Whether two JSON values are equal; the order of an object's keys does not count. */
export function isEqualJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => isEqualJson(item, other[at]));
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isEqualJson(one[key], other[key]))
  );
}

/** The JSON pointer (RFC 6901) of a member. */
export function pointer(parent: string, key: string | number): string {
  return `${parent}/${typeof key === "number" || !/[~/]/.test(key) ? key : key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The pointer without its last step. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
