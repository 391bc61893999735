import { code } from "./markdown.mjs";

/** The schema without the value `null`, which is used only for merging. */
const withoutNull = (schema) => {
  const { type, anyOf, enum: values, ...rest } = schema;
  const types = [type ?? []].flat().filter((each) => each !== "null");
  const choices = anyOf?.filter((each) => each.type !== "null").map(withoutNull);
  const [only, ...others] = choices ?? [];
  const inner =
    only !== undefined && others.length === 0
      ? { ...only, ...rest }
      : { ...rest, ...(choices === undefined ? {} : { anyOf: choices }) };
  return {
    ...inner,
    ...(types.length === 0 ? {} : { type: types.length === 1 ? types[0] : types }),
    ...(values === undefined ? {} : { enum: values.filter((each) => each !== null) }),
  };
};

const shapeOf = ({ type, properties, items, anyOf, enum: values, const: fixed }) => {
  if (fixed !== undefined) return code(JSON.stringify(fixed));
  if (values !== undefined) return values.length > 8 ? "one of a list" : values.map((each) => code(each)).join(", ");
  if (anyOf !== undefined) return [...new Set(anyOf.map((each) => shapeOf(withoutNull(each))))].join(" or ");
  if (type === "array" || items !== undefined) return "list";
  if (type === "object" || properties !== undefined) return "map";
  if (type === undefined) return "anything";
  return [type].flat().join(" or ").replace("integer", "whole number");
};

/** False for the bounds of JavaScript's safe integers, which zod adds to integers without their own bounds. */
const isOwn = (bound) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;

const limitsOf = (schema) => {
  const { minimum, maximum, maxLength, minItems, maxItems, pattern, anyOf = [] } = schema;
  const own = [
    isOwn(minimum) && isOwn(maximum)
      ? `${minimum} to ${maximum}`
      : isOwn(minimum)
        ? `from ${minimum}`
        : isOwn(maximum)
          ? `up to ${maximum}`
          : undefined,
    maxLength === undefined ? undefined : `up to ${maxLength} characters`,
    minItems !== undefined && maxItems !== undefined
      ? `${minItems} to ${maxItems}`
      : maxItems === undefined
        ? undefined
        : `up to ${maxItems}`,
    pattern === undefined ? undefined : code(pattern),
  ];
  return [...new Set([...own, ...anyOf.map((each) => limitsOf(withoutNull(each)))])].filter(Boolean).join("; ");
};

const exampleOf = ({ examples: [example] = [] }) =>
  example === undefined ? "" : code(typeof example === "string" ? example : JSON.stringify(example));

/** The maps below a key: its own, those of list elements, and those of each alternative. */
function below(schema, path) {
  const inner = withoutNull(schema);
  const own = inner.properties === undefined ? [] : [{ path, properties: inner.properties }];
  const values = typeof inner.additionalProperties === "object" ? below(inner.additionalProperties, `${path}.…`) : [];
  const elements = inner.items === undefined ? [] : below(inner.items, `${path}[]`);
  return [...own, ...values, ...elements, ...(inner.anyOf ?? []).flatMap((each) => below(each, path))];
}

/** Equal for two schemas that accept the same keys, ignoring `null` and "required". */
const fingerprint = (schema) =>
  JSON.stringify(
    below(schema, "").map(({ path, properties }) => [
      path,
      Object.keys(properties),
      ...Object.values(properties).map(fingerprint),
    ]),
  );

function keyRows(name, schema, prefix, seen) {
  const path = `${prefix}${name}`;
  const inner = withoutNull(schema);
  const maps = below(inner, path);
  const same = maps.length > 0 ? seen.get(`${name} ${fingerprint(inner)}`) : undefined;
  if (maps.length > 0 && same === undefined) seen.set(`${name} ${fingerprint(inner)}`, path);
  const meaning = same === undefined ? inner.description : `${inner.description} Keys as in ${code(same)}.`;
  const row = [code(path), shapeOf(inner), limitsOf(inner), meaning, exampleOf(inner)];
  if (same !== undefined) return [row];
  return [row, ...maps.flatMap(({ path: parent, properties }) => rowsOf(properties, `${parent}.`, seen))];
}

function rowsOf(properties, prefix, seen) {
  return Object.entries(properties).flatMap(([name, schema]) => keyRows(name, schema, prefix, seen));
}

/** One row per key of a JSON Schema, including nested keys: key, type, limit, meaning, example. */
export const schemaRows = (schema, prefix = "") => rowsOf(withoutNull(schema).properties ?? {}, prefix, new Map());
