import type { Issue } from "../../../issue.ts";
import { closest, count, field, isObject, type JsonObject, listing, pointer, quote } from "../../../text/index.ts";
import { ANSWERS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { has, type Part, type TemplateView } from "../template-view.ts";
import { findVariables, variableNames } from "./find-variables.ts";
import { positionalSampleIssues } from "./positional-samples.ts";

/** Which keys of `example` hold the samples of a component. */
export interface SampleKeys {
  positional: string;
  named: string;
}

export const HEADER_SAMPLES: SampleKeys = { positional: "header_text", named: "header_text_named_params" };
export const BODY_SAMPLES: SampleKeys = { positional: "body_text", named: "body_text_named_params" };

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.every(isEmpty));
}

function* namedSampleIssues(subject: string, names: string[], list: unknown, path: string): Iterable<Issue> {
  if (!Array.isArray(list)) return;
  const seen = new Set<string>();
  for (const [index, entry] of list.entries()) {
    if (!isObject(entry)) continue;
    const name = field(entry, "param_name");
    const at = pointer(path, index);
    if (typeof name !== "string") continue;
    if (seen.has(name))
      yield error(
        "sample-twice",
        pointer(at, "param_name"),
        `${subject} has two samples for {{${name}}}`,
        "Keep one.",
        ANSWERS.invalidParameter,
      );
    seen.add(name);
    if (!names.includes(name)) {
      const meant = closest(name, names);
      yield error(
        "sample-without-variable",
        pointer(at, "param_name"),
        `${subject} has a sample for ${quote(name)}, but no variable {{${name}}}`,
        meant === undefined ? "Take it out, or use the variable in the text." : `Did you mean ${quote(meant)}?`,
        ANSWERS.invalidParameter,
      );
    }
    if (typeof field(entry, "example") === "string" && String(field(entry, "example")).trim() === "")
      yield error(
        "sample-empty",
        pointer(at, "example"),
        `${subject} has an empty sample for {{${name}}}`,
        "Write what a customer might see there.",
        ANSWERS.missingField,
      );
  }
  const missing = names.filter((name) => !seen.has(name));
  if (missing.length > 0) yield samplesMissing(subject, missing, path);
}

const SHOWN_NAMES = 10;

function samplesMissing(subject: string, names: string[], path: string): Issue {
  const shown = names.slice(0, SHOWN_NAMES).map((name) => `{{${name}}}`);
  const more = names.length - shown.length;
  const variables = listing(more > 0 ? [...shown, `${more} more`] : shown, "and");
  return error(
    "sample-missing",
    path,
    `${subject} has no sample for ${variables}; WhatsApp wants one for each variable`,
    "Add what a customer might see there to example.",
    ANSWERS.missingField,
  );
}

function* surplusIssues(subject: string, example: JsonObject, path: string, keys: SampleKeys): Iterable<Issue> {
  for (const key of [keys.positional, keys.named])
    if (!isEmpty(field(example, key)))
      yield error(
        "sample-without-variable",
        pointer(path, key),
        `${subject} has samples, but no variable`,
        `Take ${key} out.`,
        ANSWERS.invalidParameter,
      );
}

/** One sample for each variable of a text, under the right key, none empty, none too many. */
export function* sampleIssues(
  view: TemplateView,
  part: Part,
  subject: string,
  text: string,
  keys: SampleKeys,
): Iterable<Issue> {
  const names = variableNames(findVariables(text).filter(({ kind }) => kind !== "malformed"));
  const path = pointer(part.path, "example");
  const given = field(part.value, "example");
  const example = isObject(given) ? given : {};
  if (has(part, "example") && !isObject(given)) return;
  if (names.length === 0) return yield* surplusIssues(subject, example, path, keys);

  const key = view.named ? keys.named : keys.positional;
  const value = field(example, key);
  if (!isEmpty(value)) {
    if (view.named) yield* namedSampleIssues(subject, names, value, pointer(path, key));
    else yield* positionalSampleIssues(subject, names.length, value, pointer(path, key));
    return;
  }
  // Meta prints a header with its sample under body_text.
  const other = keys.positional === "body_text" ? "header_text" : "body_text";
  if (!view.named && !isEmpty(field(example, other))) {
    yield warning(
      "sample-under-wrong-key",
      pointer(path, other),
      `${subject} has its samples under ${other}, WhatsApp documents ${key}`,
      `Rename ${other} to ${key}.`,
      ANSWERS.missingField,
    );
    return yield* positionalSampleIssues(subject, names.length, field(example, other), pointer(path, other));
  }
  const misplaced = view.named ? keys.positional : keys.named;
  const missing = samplesMissing(subject, names, path);
  yield isEmpty(field(example, misplaced))
    ? { ...missing, path: has(part, "example") ? path : part.path }
    : {
        ...missing,
        path: pointer(path, misplaced),
        hint: `Its samples stand under ${misplaced}; ${view.named ? "named" : "numbered"} variables want ${key} (${count(names.length, "sample")}).`,
      };
}
