import type { z } from "zod";
import { error, type Issue, warning } from "../../issue.ts";
import { closest, field, type JsonObject, parentOf, pointer, quote, rowOf, valueAt } from "../../text/index.ts";
import { READ_ONLY_FIELDS } from "../envelope/fields.ts";
import { type Part, partsOf } from "../view.ts";
import { BUTTON_SHAPES, COMPONENT_SHAPES, templateBodyShape } from "./template-shapes.ts";

/** Wrong JSON types are errors; undocumented keys and types are only warnings, as the API may know more. */
export function* shapeIssues(body: JsonObject): Iterable<Issue> {
  yield* typeIssues(body, "", templateBodyShape);
  yield* keyIssues(body, "", templateBodyShape, "the template");
  yield* componentIssues(field(body, "components"), "/components");
}

function* componentIssues(list: unknown, path: string, inCard = false): Iterable<Issue> {
  for (const part of partsOf(list, path)) {
    yield* partIssues(part, COMPONENT_SHAPES, "component");
    if (part.type === "BUTTONS")
      for (const button of partsOf(field(part.value, "buttons"), pointer(part.path, "buttons")))
        yield* partIssues(button, BUTTON_SHAPES, "button");
    if (part.type === "CAROUSEL" && !inCard)
      for (const card of partsOf(field(part.value, "cards"), pointer(part.path, "cards")))
        yield* componentIssues(field(card.value, "components"), pointer(card.path, "components"), true);
  }
}

function* partIssues(
  part: Part,
  shapes: Readonly<Record<string, z.ZodObject>>,
  what: "component" | "button",
): Iterable<Issue> {
  const types = Object.keys(shapes);
  if (part.type === "") {
    const given = field(part.value, "type");
    yield given === undefined
      ? error({
          code: "type-missing",
          path: part.path,
          message: `a ${what} has no type`,
          hint: `Add "type": one of ${types.join(", ")}.`,
        })
      : error({
          code: "wrong-type",
          path: pointer(part.path, "type"),
          message: `type is ${quote(given)}; WhatsApp expects one of ${types.join(", ")}`,
          hint: "Write one of them.",
        });
    return;
  }
  const shape = rowOf(shapes, part.type);
  if (shape === undefined) {
    const meant = closest(part.type, types);
    yield warning({
      code: `unknown-${what}-type`,
      path: pointer(part.path, "type"),
      message: `${what} type ${quote(part.type)} is not documented`,
      hint:
        meant === undefined ? `Documented types: ${types.join(", ")}. It is sent unchanged.` : `Did you mean ${meant}?`,
    });
    return;
  }
  yield* typeIssues(part.value, part.path, shape);
  yield* keyIssues(part.value, part.path, shape, `${part.type} ${what}`);
}

function* typeIssues(value: JsonObject, path: string, shape: z.ZodObject): Iterable<Issue> {
  const { error: problems } = shape.safeParse(value);
  for (const problem of problems?.issues.flatMap(problemsOf) ?? []) {
    const found = valueAt(value, problem.path);
    const at = problem.path.reduce<string>((parent, key) => pointer(parent, String(key)), path);
    const name = problem.path.findLast((key) => typeof key === "string") ?? "";
    const last = problem.path.at(-1);
    const subject = typeof last === "number" ? `element ${last + 1} of ${String(name)}` : String(name);
    yield error({
      code: "wrong-type",
      path: found === undefined ? parentOf(at) : at,
      message: `${subject} is ${found === undefined ? "missing" : quote(found)}; WhatsApp expects ${problem.message}`,
      hint: "Write it as the API documents it.",
    });
  }
}

interface Problem {
  path: PropertyKey[];
  message: string;
}

/** A union fails as a whole; the cause is in the branch that matched furthest. */
function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== "invalid_union") return [issue];
  const depth = (problems: Problem[]) =>
    problems.reduce((min, { path }) => Math.min(min, path.length), Number.POSITIVE_INFINITY);
  const [best] = issue.errors
    .map((branch) => branch.flatMap(problemsOf))
    .filter((problems) => problems.length > 0 && depth(problems) > 0)
    .sort((a, b) => depth(b) - depth(a));
  return best?.map(({ path, message }) => ({ path: [...issue.path, ...path], message })) ?? [issue];
}

function* keyIssues(value: JsonObject, path: string, shape: z.ZodObject, what: string): Iterable<Issue> {
  const known = Object.keys(shape.shape);
  for (const key of Object.keys(value).filter((name) => !known.includes(name))) {
    if (path === "" && READ_ONLY_FIELDS.has(key)) {
      yield warning({
        code: "read-only-field",
        path: pointer(path, key),
        message: `${quote(key)} is part of WhatsApp's answers; create does not accept it`,
        hint: "Remove it.",
      });
      continue;
    }
    const meant = closest(key, known);
    yield warning({
      code: "unknown-key",
      path: pointer(path, key),
      message: `${what} has the key ${quote(key)}, which is not documented for create`,
      hint: meant === undefined ? "Check its spelling; it is sent unchanged." : `Did you mean ${quote(meant)}?`,
    });
  }
}
