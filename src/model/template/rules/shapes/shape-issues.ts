import type { z } from "zod";
import type { Issue } from "../../../issue.ts";
import { closest, field, isObject, type JsonObject, parentOf, pointer, quote } from "../../../text/index.ts";
import { BUTTON_KINDS, COMPONENT_TYPES, READ_ONLY_FIELDS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { type Part, partsOf } from "../template-view.ts";
import { BUTTON_SHAPES } from "./button-shapes.ts";
import { COMPONENT_SHAPES } from "./component-shapes.ts";
import { templateShape } from "./template-shape.ts";

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) ? field(value, String(key)) : undefined;
  }, root);
}

interface Problem {
  path: PropertyKey[];
  message: string;
}

/** A union fails as a whole; what is wrong stands in the branch that came furthest. */
function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== "invalid_union") return [issue];
  const depth = (problems: Problem[]) =>
    problems.reduce((least, { path }) => Math.min(least, path.length), Number.POSITIVE_INFINITY);
  const [best] = issue.errors
    .map((branch) => branch.flatMap(problemsOf))
    .filter((problems) => problems.length > 0 && depth(problems) > 0)
    .sort((a, b) => depth(b) - depth(a));
  return best?.map(({ path, message }) => ({ path: [...issue.path, ...path], message })) ?? [issue];
}

function* typeIssues(value: JsonObject, path: string, shape: z.ZodObject): Iterable<Issue> {
  const { error: problems } = shape.safeParse(value);
  for (const problem of problems?.issues.flatMap(problemsOf) ?? []) {
    const found = valueAt(value, problem.path);
    const at = problem.path.reduce<string>((parent, key) => pointer(parent, String(key)), path);
    const name = problem.path.findLast((key) => typeof key === "string") ?? "";
    const last = problem.path.at(-1);
    const subject = typeof last === "number" ? `element ${last + 1} of ${String(name)}` : String(name);
    yield error(
      "wrong-type",
      found === undefined ? parentOf(at) : at,
      `${subject} is ${found === undefined ? "missing" : quote(found)}, WhatsApp expects ${problem.message}`,
      "Write it the way the API takes it.",
    );
  }
}

function* keyIssues(value: JsonObject, path: string, shape: z.ZodObject, what: string): Iterable<Issue> {
  const known = Object.keys(shape.shape);
  for (const key of Object.keys(value).filter((name) => !known.includes(name))) {
    if (path === "" && READ_ONLY_FIELDS.has(key)) {
      yield warning(
        "read-only-field",
        pointer(path, key),
        `${quote(key)} is what WhatsApp answers, not what create takes`,
        "Leave it out.",
      );
      continue;
    }
    const meant = closest(key, known);
    yield warning(
      "unknown-key",
      pointer(path, key),
      `${what} has the key ${quote(key)}, which is not documented for create`,
      meant === undefined ? "Check its spelling; it is sent as it is." : `Did you mean ${quote(meant)}?`,
    );
  }
}

function* kindIssues(
  part: Part,
  shapes: Readonly<Record<string, z.ZodObject>>,
  kinds: readonly string[],
  what: string,
) {
  if (part.type === "") {
    if (field(part.value, "type") === undefined)
      yield error("type-missing", part.path, `a ${what} has no type`, `Add "type": one of ${kinds.join(", ")}.`);
    else
      yield error(
        "wrong-type",
        pointer(part.path, "type"),
        `type is ${quote(field(part.value, "type"))}, WhatsApp expects one of ${kinds.join(", ")}`,
        "Write one of them.",
      );
    return;
  }
  const shape = Object.hasOwn(shapes, part.type) ? shapes[part.type] : undefined;
  if (shape === undefined) {
    const meant = closest(part.type, kinds);
    yield warning(
      `unknown-${what}-type`,
      pointer(part.path, "type"),
      `${what} type ${quote(part.type)} is not documented`,
      meant === undefined ? `Documented types: ${kinds.join(", ")}. It is sent as it is.` : `Did you mean ${meant}?`,
    );
    return;
  }
  yield* typeIssues(part.value, part.path, shape);
  yield* keyIssues(part.value, part.path, shape, `${part.type} ${what === "button" ? "button" : "component"}`);
}

function* componentShapeIssues(list: unknown, path: string, inCard = false): Iterable<Issue> {
  for (const part of partsOf(list, path)) {
    yield* kindIssues(part, COMPONENT_SHAPES, COMPONENT_TYPES, "component");
    if (part.type === "BUTTONS")
      for (const button of partsOf(field(part.value, "buttons"), pointer(part.path, "buttons")))
        yield* kindIssues(button, BUTTON_SHAPES, Object.keys(BUTTON_KINDS), "button");
    if (part.type === "CAROUSEL" && !inCard)
      for (const card of partsOf(field(part.value, "cards"), pointer(part.path, "cards")))
        yield* componentShapeIssues(field(card.value, "components"), pointer(card.path, "components"), true);
  }
}

/** Wrong JSON types are errors; keys and types that are not documented only warnings, as the API may know more. */
export function* shapeIssues(body: JsonObject): Iterable<Issue> {
  yield* typeIssues(body, "", templateShape);
  yield* keyIssues(body, "", templateShape, "the template");
  yield* componentShapeIssues(field(body, "components"), "/components");
}
