import { error, type Issue, warning } from "../../issue.ts";
import { closest, count, field, isObject, type JsonObject, listing, pointer, quote } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { has, type Part, type TemplateView } from "../view.ts";
import { findVariables, variableNames } from "./find-variables.ts";

/** The keys of `example` that hold the samples of a component. */
export interface SampleKeys {
  positional: "header_text" | "body_text";
  named: "header_text_named_params" | "body_text_named_params";
}

/** One sample for each variable of a text, under the right key, none empty, none superfluous. */
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
  // Meta shows a header with its sample under body_text.
  const other = keys.positional === "body_text" ? "header_text" : "body_text";
  if (!view.named && !isEmpty(field(example, other))) {
    yield warning({
      code: "sample-under-wrong-key",
      path: pointer(path, other),
      message: `${subject} has its samples under ${other}; WhatsApp documents ${key}`,
      hint: `Rename ${other} to ${key}.`,
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
    return yield* positionalSampleIssues(subject, names.length, field(example, other), pointer(path, other));
  }
  const misplaced = view.named ? keys.positional : keys.named;
  const missing = samplesMissing(subject, names, path);
  yield isEmpty(field(example, misplaced))
    ? { ...missing, path: has(part, "example") ? path : part.path }
    : {
        ...missing,
        path: pointer(path, misplaced),
        hint: `Samples of ${view.named ? "named" : "numbered"} variables belong under ${key} (${count(names.length, "sample")}), not under ${misplaced}.`,
      };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.every(isEmpty));
}

function* surplusIssues(subject: string, example: JsonObject, path: string, keys: SampleKeys): Iterable<Issue> {
  for (const key of [keys.positional, keys.named])
    if (!isEmpty(field(example, key)))
      yield error({
        code: "sample-without-variable",
        path: pointer(path, key),
        message: `${subject} has samples but no variable`,
        hint: `Remove ${key}.`,
        whatsapp: TEMPLATE_ANSWERS.invalidParameter,
      });
}

const SHOWN_NAMES = 10;

function samplesMissing(subject: string, names: string[], path: string): Issue {
  const shown = names.slice(0, SHOWN_NAMES).map((name) => `{{${name}}}`);
  const more = names.length - shown.length;
  const variables = listing(more > 0 ? [...shown, `${more} more`] : shown, "and");
  return error({
    code: "sample-missing",
    path,
    message: `${subject} has no sample for ${variables}; WhatsApp requires one for each variable`,
    hint: "Add a realistic value to example.",
    whatsapp: TEMPLATE_ANSWERS.missingField,
  });
}

function emptySample(subject: string, name: string | number, path: string): Issue {
  return error({
    code: "sample-empty",
    path,
    message: `${subject} has an empty sample for {{${name}}}`,
    hint: "Write a realistic value.",
    whatsapp: TEMPLATE_ANSWERS.missingField,
  });
}

function* namedSampleIssues(subject: string, names: string[], list: unknown, path: string): Iterable<Issue> {
  if (!Array.isArray(list)) return;
  const known = new Set<string>();
  for (const [index, entry] of list.entries()) {
    if (!isObject(entry)) continue;
    const name = field(entry, "param_name");
    const sample = field(entry, "example");
    const at = pointer(path, index);
    if (typeof name !== "string") continue;
    if (known.has(name))
      yield error({
        code: "sample-twice",
        path: pointer(at, "param_name"),
        message: `${subject} has two samples for {{${name}}}`,
        hint: "Keep one.",
        whatsapp: TEMPLATE_ANSWERS.invalidParameter,
      });
    known.add(name);
    if (!names.includes(name)) {
      const meant = closest(name, names);
      yield error({
        code: "sample-without-variable",
        path: pointer(at, "param_name"),
        message: `${subject} has a sample for ${quote(name)} but no variable {{${name}}}`,
        hint: meant === undefined ? "Remove it, or use the variable in the text." : `Did you mean ${quote(meant)}?`,
        whatsapp: TEMPLATE_ANSWERS.invalidParameter,
      });
    }
    if (typeof sample === "string" && sample.trim() === "") yield emptySample(subject, name, pointer(at, "example"));
  }
  const missing = names.filter((name) => !known.has(name));
  if (missing.length > 0) yield samplesMissing(subject, missing, path);
}

interface Row {
  values: readonly unknown[];
  path: string;
  /** Path of a value. */
  at: (index: number) => string;
  /** Written without the inner list. */
  flat: boolean;
}

/** `[["a", "b"]]` as documented; also `["a"]` and `"a"`, which Meta's pages show, too. */
function firstRow(value: unknown, path: string): Row {
  if (!Array.isArray(value)) return { values: [value], path, at: () => path, flat: false };
  const [first]: unknown[] = value;
  const inner = Array.isArray(first);
  const rowPath = inner ? pointer(path, 0) : path;
  return { values: inner ? first : value, path: rowPath, at: (index) => pointer(rowPath, index), flat: !inner };
}

/** @param required how many different variables the text has, at least one */
function* positionalSampleIssues(subject: string, required: number, value: unknown, path: string): Iterable<Issue> {
  const row = firstRow(value, path);
  const found = row.values.length;
  if (found !== required)
    yield error({
      code: found < required ? "sample-missing" : "sample-without-variable",
      path: row.path,
      message: `${subject} has ${count(required, "variable")} and ${count(found, "sample")}; WhatsApp requires one for each`,
      hint: found < required ? "Add the missing samples." : "Remove the samples without a variable.",
      whatsapp: found < required ? TEMPLATE_ANSWERS.missingField : TEMPLATE_ANSWERS.invalidParameter,
    });
  yield* valueIssues(subject, row);
  if (row.flat && required > 1 && path.endsWith("/body_text"))
    yield warning({
      code: "samples-flat",
      path,
      message: `${subject} has its ${required} samples in one list; WhatsApp documents a list within a list`,
      hint: "Write [[…]] instead of […].",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  if (!row.flat && Array.isArray(value) && value.length > 1)
    yield warning({
      code: "samples-in-rows",
      path,
      message: `${subject} has ${value.length} rows of samples; WhatsApp reads the first`,
      hint: "Keep one inner list with all samples.",
    });
}

function* valueIssues(subject: string, { values, at }: Row): Iterable<Issue> {
  for (const [index, value] of values.entries()) {
    if (typeof value === "string" && value.trim() === "") yield emptySample(subject, index + 1, at(index));
    if (typeof value === "number")
      yield warning({
        code: "sample-not-text",
        path: at(index),
        message: `${subject} has the number ${quote(value)} as the sample for {{${index + 1}}}`,
        hint: "Put it in quotes.",
      });
  }
}
