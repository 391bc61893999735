import type { z } from "zod";
import { closest } from "../../model/text/index.ts";
import { ID_AS_NUMBER } from "../schema/scalars.ts";
import { error, type Finding, warning } from "../source/finding.ts";
import { isMap, isScalar, type Located } from "../source/located.ts";
import { find, type Path } from "../source/pointer.ts";
import { digitsLost } from "../source/yaml-node.ts";
import { keysAt } from "./keys-at.ts";
import { isForeignField, unknownKeyHint } from "./unknown-key.ts";

type Issue = z.core.$ZodIssue;

/** Characters of a key in a message; a name in the account has up to 512, and its start is enough to find it. */
const LONGEST_KEY = 120;

/** What zod calls types, in the words of a YAML file. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map",
  record: "a map",
};

/** Where zod's issue is, and a key that the issue adds to the path. */
export interface ShapeFinding {
  path: Path;
  finding: Finding;
}

/** Findings for one issue of zod: one per unknown key, else one. */
export function shapeFindings(issue: Issue, root: Located, schema: z.core.$ZodType): ShapeFinding[] {
  const found = find(root, issue.path);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      finding: unknownKey(key, issue.path, found.node, known),
    }));
  }
  const finding = found.complete ? wrongValue(issue, found.node, found.keyPlace) : missingKey(issue, found);
  return [{ path: issue.path, finding }];
}

function unknownKey(key: string, path: Path, map: Located, known: string[]): Finding {
  const entry = isMap(map) ? map.entries.get(key) : undefined;
  if (isForeignField(key, path, known)) {
    return warning({
      code: "unknown-key",
      at: entry?.keyPlace ?? map.place,
      message: `\`${key}\` of ${nameOf(path)} is taken for a field of WhatsApp's that this version does not know`,
      hint: "It is sent as it is: check its spelling.",
    });
  }
  return error({
    code: "unknown-key",
    at: entry?.keyPlace ?? map.place,
    message: `\`${key}\` is no key of ${nameOf(path)}`,
    hint: unknownKeyHint(key, path, known),
  });
}

function missingKey(issue: Issue, found: ReturnType<typeof find>): Finding {
  const key = String(issue.path[found.depth] ?? "");
  return error({
    code: "missing-key",
    at: found.keyPlace,
    message: `${nameOf(issue.path.slice(0, found.depth))} needs \`${key}\``,
    hint: `Add \`${key}:\`.`,
  });
}

function wrongValue(issue: Issue, node: Located, keyPlace: Finding["at"]): Finding {
  const name = `\`${String(issue.path.at(-1) ?? "the file")}\``;
  const is = `, and is ${describe(node)}`;
  const hint = hintFor(node);
  switch (issue.code) {
    case "invalid_type":
      if (issue.message === ID_AS_NUMBER && isScalar(node) && typeof node.value === "number")
        return digitsLost(node.raw, node.place);
      return error({ code: "wrong-type", at: node.place, message: `${name} must be ${typeName(issue)}${is}`, hint });
    case "invalid_union": {
      const types = [
        ...new Set(
          issue.errors.flatMap((branch) =>
            branch.flatMap((one) => (one.code === "invalid_type" ? [typeName(one)] : [])),
          ),
        ),
      ];
      return error({ code: "wrong-type", at: node.place, message: `${name} must be ${types.join(" or ")}${is}`, hint });
    }
    case "invalid_value": {
      const options = issue.values.map(String);
      const near = isScalar(node) ? closest(String(node.value), options) : undefined;
      const message = `${name} must be one of ${options.map((one) => `\`${one}\``).join(", ")}${is}`;
      return error({
        code: "wrong-value",
        at: node.place,
        message,
        hint: near === undefined ? "Write one of them." : `Did you mean \`${near}\`?`,
      });
    }
    default: {
      const at = node.kind === "scalar" ? node.place : keyPlace;
      return error({
        code: "wrong-value",
        at,
        message: `${name}: ${issue.message}${node.kind === "scalar" ? is : ""}`,
        hint: "Correct it.",
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

/** A key can be as long as a file, and is part of every message about what is below it. */
function shortened(segment: PropertyKey): string {
  const text = String(segment);
  return text.length > LONGEST_KEY ? `${text.slice(0, LONGEST_KEY)}…` : text;
}

/** A path in words: `template order_shipped, language en_US`. */
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
