import { stringify } from "yaml";
import { z } from "zod";
import { closest } from "../../model/text/index.ts";
import { didYouMean } from "../did-you-mean.ts";
import { error, type LocatedFinding, warning } from "../findings.ts";
import { SHORT_KEYS } from "../keys/short-form.ts";
import { isMap, isScalar, type Located } from "../source/located.ts";
import { digitsLost } from "../source/node-reader.ts";
import { find, type Path } from "../source/pointer.ts";
import { isFieldName } from "../templates/own-fields.ts";
import { ID_AS_NUMBER } from "./schema.ts";
import type { ShapeFinding } from "./shape.ts";

type Issue = z.core.$ZodIssue;

/** Characters of a key in a message. The start of a long name is enough to find it. */
const LONGEST_KEY = 120;
const LONGEST_EXAMPLE = 120;

/** Zod's type names in terms of a YAML file. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map",
  record: "a map",
};

/** Converts an issue of zod: one finding per unknown key, otherwise a single one. */
export function shapeFindings(issue: Issue, root: Located, schema: z.core.$ZodType): ShapeFinding[] {
  const found = find(root, issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      finding: unknownKey(key, issue.path, found.node, known),
    }));
  }
  const finding = found.complete
    ? wrongValue(issue, found.node, found.keyPosition, exampleAt(schema, issue.path))
    : missingKey(issue, found);
  return [{ path: issue.path, finding }];
}

function unknownKey(key: string, path: Path, map: Located, known: string[]): LocatedFinding {
  const entry = isMap(map) ? map.entries.get(key) : undefined;
  if (isForeignField(key, path, known)) {
    return warning({
      code: "unknown-key",
      at: entry?.keyPosition ?? map.position,
      message: `\`${key}\` of ${nameOf(path)} is unknown to this version; it is treated as a new field of WhatsApp`,
      hint: "It is sent unchanged: check the spelling.",
    });
  }
  return error({
    code: "unknown-key",
    at: entry?.keyPosition ?? map.position,
    message: `\`${key}\` is not a key of ${nameOf(path)}`,
    hint: unknownKeyHint(key, path, known),
  });
}

function missingKey(issue: Issue, found: ReturnType<typeof find>): LocatedFinding {
  const key = String(issue.path[found.depth] ?? "");
  return error({
    code: "missing-key",
    at: found.keyPosition,
    message: `${nameOf(issue.path.slice(0, found.depth))} needs \`${key}\``,
    hint: `Add \`${key}:\`.`,
  });
}

function wrongValue(
  issue: Issue,
  node: Located,
  keyPosition: LocatedFinding["at"],
  example: string | undefined,
): LocatedFinding {
  const key = String(issue.path.at(-1) ?? "the file");
  const name = `\`${key}\``;
  const is = `, but is ${describe(node)}`;
  const hint = example === undefined ? hintFor(node) : `Write it like \`${key}: ${example}\`.`;
  switch (issue.code) {
    case "invalid_type":
      if (issue.message === ID_AS_NUMBER && isScalar(node) && typeof node.value === "number")
        return digitsLost(node.raw, node.position);
      return error({ code: "wrong-type", at: node.position, message: `${name} must be ${typeName(issue)}${is}`, hint });
    case "invalid_union": {
      const types = [
        ...new Set(
          issue.errors.flatMap((branch) =>
            branch.flatMap((one) => (one.code === "invalid_type" ? [typeName(one)] : [])),
          ),
        ),
      ];
      return error({
        code: "wrong-type",
        at: node.position,
        message: `${name} must be ${types.join(" or ")}${is}`,
        hint,
      });
    }
    case "invalid_value": {
      const options = issue.values.map(String);
      const near = isScalar(node) ? closest(String(node.value), options) : undefined;
      const message = `${name} must be one of ${options.map((one) => `\`${one}\``).join(", ")}${is}`;
      return error({
        code: "wrong-value",
        at: node.position,
        message,
        hint: near === undefined ? "Use one of these values." : `Did you mean \`${near}\`?`,
      });
    }
    default: {
      const at = node.kind === "scalar" ? node.position : keyPosition;
      return error({
        code: "wrong-value",
        at,
        message: `${name}: ${issue.message}${node.kind === "scalar" ? is : ""}`,
        hint: "Fix the value.",
      });
    }
  }
}

function typeName(issue: Issue): string {
  const expected = "expected" in issue ? issue.expected : "";
  return TYPE_NAMES[expected] ?? expected;
}

function hintFor(node: Located): string {
  if (isScalar(node) && (typeof node.value === "number" || typeof node.value === "boolean"))
    return `For text, put it in quotes: "${node.raw}".`;
  return "Change the value.";
}

function describe(node: Located): string {
  if (node.kind !== "scalar") return node.kind === "map" ? "a map" : "a list";
  if (node.value === null) return "empty";
  const shown = node.raw === "" ? String(node.value) : node.raw;
  const short = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
  if (typeof node.value === "string") return `the text \`${short}\``;
  return typeof node.value === "number" ? `the number ${short}` : short;
}

/** A key can be as long as a file, and appears in every message about the values below it. */
function shortened(segment: PropertyKey): string {
  const text = String(segment);
  return text.length > LONGEST_KEY ? `${text.slice(0, LONGEST_KEY)}…` : text;
}

/** A path in words: ``language `en_US` of template `order_shipped` ``. */
function nameOf(path: Path): string {
  if (path.length === 0) return "a stack file";
  const [section, key, ...rest] = path.map(shortened);
  if (section === "templates" && key !== undefined) {
    const [below, code, ...deeper] = rest;
    const template = `template \`${key}\``;
    if (below === undefined) return template;
    if (below !== "languages" || code === undefined) return `\`${below}\` of ${template}`;
    return deeper.length === 0
      ? `language \`${code}\` of ${template}`
      : `\`${deeper.join(".")}\` of \`${key}/${code}\``;
  }
  return `\`${path.map(shortened).join(".")}\``;
}

/** The schemas at a path: several below a union. */
function schemasAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  const [segment, ...rest] = path;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schemasAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => schemasAt(option, path));
  if (segment === undefined) return [schema];
  if (schema instanceof z.ZodObject) {
    const below: unknown = schema.shape[String(segment)];
    return below instanceof z.ZodType ? schemasAt(below, rest) : [];
  }
  if (schema instanceof z.ZodRecord) return schemasAt(schema.valueType, rest);
  return schema instanceof z.ZodArray ? schemasAt(schema.element, rest) : [];
}

/** The keys of a schema at a path: candidates for a "did you mean". For a union, the keys of all its maps. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  return schemasAt(schema, path).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
}

/** The example of the map that a path expects, as YAML in one line; undefined if it expects something else. */
function exampleAt(schema: z.core.$ZodType, path: Path): string | undefined {
  const [only, ...others] = schemasAt(schema, path);
  if (!(only instanceof z.ZodObject) || others.length > 0) return undefined;
  const examples: unknown = only.meta()?.examples;
  if (!Array.isArray(examples) || examples.length === 0) return undefined;
  const text = stringify(examples[0], { collectionStyle: "flow", lineWidth: 0 }).trim();
  return text.length > LONGEST_EXAMPLE ? undefined : text;
}

/** Keys that belong elsewhere in a stack file: a similar key is misplaced, not a new field of WhatsApp. */
const ELSEWHERE = [...SHORT_KEYS, "components", "accepted"];

/** Whether a map takes fields of WhatsApp's create call: a template, an older version of one, or a language. */
function takesFields(path: Path): boolean {
  const [section, , ...rest] = path.map(String);
  if (section !== "templates" || path.length < 2) return false;
  const below = rest[0] === "previous" ? rest.slice(2) : rest;
  const inVersion = rest[0] !== "previous" || rest.length >= 2;
  return inVersion && (below.length === 0 || (below[0] === "languages" && below.length === 2));
}

/** Whether an unknown key at `path` can be a field of WhatsApp that is newer than this version. */
function isForeignField(key: string, path: Path, known: readonly string[]): boolean {
  return takesFields(path) && isFieldName(key) && closest(key, [...known, ...ELSEWHERE]) === undefined;
}

/** The hint for an unknown key at `path`. */
function unknownKeyHint(key: string, path: Path, known: readonly string[]): string {
  const [section, template] = path.map(String);
  if (path.length === 2 && section === "templates" && ELSEWHERE.includes(key)) {
    return `It belongs in a language: templates.${template}.languages.en_US.${key}.`;
  }
  return didYouMean(key, known, "Remove it.");
}
