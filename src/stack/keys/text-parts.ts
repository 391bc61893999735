import { isObject, type JsonObject } from "../../model/text/index.ts";
import { error } from "../findings.ts";
import {
  isScalar,
  itemsOf,
  type Located,
  type LocatedMap,
  type LocatedScalar,
  madeList,
  madeMap,
  type SourcePosition,
} from "../source/located.ts";
import type { Contraction, Expansion } from "./short-key.ts";
import { asText, isPositional, type Token, variablesIn } from "./variables.ts";

/** Where the samples of a text are: WhatsApp's fields, and the stack file's key for positional ones. */
interface SampleFields {
  named: string;
  positional: string;
  examplesKey: "examples" | "header_example";
  wrap: (samples: Located[], position: SourcePosition) => Located;
  unwrap: (samples: unknown) => unknown;
}

export const HEADER_SAMPLES: SampleFields = {
  named: "header_text_named_params",
  positional: "header_text",
  examplesKey: "header_example",
  wrap: madeList,
  unwrap: (samples) => (Array.isArray(samples) && samples.length === 1 ? samples[0] : samples),
};

/** Unlike a header's, a body's positional samples are a list of lists. */
export const BODY_SAMPLES: SampleFields = {
  named: "body_text_named_params",
  positional: "body_text",
  examplesKey: "examples",
  wrap: (samples, position) => madeList([madeList(samples, position)], position),
  unwrap: (samples) => (Array.isArray(samples) ? samples[0] : samples),
};

/** Limit of samples per text, far more than the longest valid text has room for. */
const MAX_NAMED_SAMPLES = 500;
const MAX_POSITIONAL_SAMPLES = 100;

/** Text without the trailing newlines of YAML's `|`: WhatsApp would keep them. */
export function trimmed(node: LocatedScalar): LocatedScalar {
  if (typeof node.value !== "string") return node;
  let end = node.value.length;
  // Not /\n+$/, which takes minutes on a long run of newlines inside the text.
  while (node.value[end - 1] === "\n") end -= 1;
  return { ...node, value: node.value.slice(0, end) };
}

/** `text` and, if it has variables, `example`. */
export function textFields(
  samples: SampleFields,
  node: LocatedScalar,
  examples: Located | undefined,
  expansion: Expansion,
): { text: LocatedScalar; example?: LocatedMap } {
  const text = trimmed(node);
  const variables = variablesIn(String(text.value));
  const named = variables.filter(({ name }) => !isPositional(name));
  if (named.length > 0) expansion.named = true;
  const numbers = variables.map(({ name }) => name).filter(isPositional);
  const positional = positionalSamples(samples, text, numbers, examples, expansion);
  const fields = {
    ...(named.length === 0 ? {} : { [samples.named]: namedSamples(named, text, expansion) }),
    ...(positional === undefined
      ? {}
      : { [samples.positional]: samples.wrap(positional, examples?.position ?? text.position) }),
  };
  return Object.keys(fields).length === 0 ? { text } : { text, example: madeMap(fields, text.position) };
}

function namedSamples(variables: readonly Token[], text: LocatedScalar, expansion: Expansion): Located {
  const params = variables.slice(0, MAX_NAMED_SAMPLES).map((variable) => {
    const example = expansion.samples.take(variable, text, expansion.findings);
    return madeMap({ param_name: variable.name, example }, example.position);
  });
  return madeList(params, text.position);
}

/** The inverse of {@link textFields}: the samples of positional variables under their key. Named ones go to the contraction. */
export function contractSamples(
  samples: SampleFields,
  { example }: JsonObject,
  contraction: Contraction,
): Record<string, unknown> {
  if (!isObject(example)) return {};
  const named = example[samples.named];
  for (const param of Array.isArray(named) ? named.filter(isObject) : []) {
    const { param_name, example: sample } = param;
    const isNew = typeof param_name === "string" && !contraction.samples.has(param_name);
    if (isNew && typeof sample === "string") contraction.samples.set(param_name, sample);
  }
  const positional = samples.unwrap(example[samples.positional]);
  return positional === undefined ? {} : { [samples.examplesKey]: positional };
}

/** One sample per number. Missing ones are a finding and get placeholders, so that the model does not report them again. */
function positionalSamples(
  { examplesKey }: SampleFields,
  text: LocatedScalar,
  numbers: readonly string[],
  examples: Located | undefined,
  expansion: Expansion,
): LocatedScalar[] | undefined {
  const key = `\`${examplesKey}\``;
  const given = (isScalar(examples) ? [examples] : itemsOf(examples)).filter(isScalar).map(asText);
  const count = numbers.reduce((max, number) => Math.max(max, Number(number)), 0);
  if (examples !== undefined && given.length !== count) {
    const message = `${key} has ${given.length} for ${count} numbered variables such as \`{{1}}\``;
    const hint =
      count === 0 ? "Remove it; samples of named variables belong under `variables`." : "Give one sample per number.";
    expansion.findings.push(error({ code: "examples-do-not-fit", at: examples.position, message, hint }));
  }
  if (count === 0) return undefined;
  if (examples === undefined) {
    const message = `\`{{${numbers[0]}}}\` has no sample, which WhatsApp's reviewers need`;
    const hint = `Add ${key} next to it, or name the variable and declare it under \`variables\`.`;
    expansion.findings.push(
      error({ code: "examples-missing", at: text.position, message, hint, whatsapp: { code: 100, subcode: 2388043 } }),
    );
  }
  const placeholder: LocatedScalar = { kind: "scalar", value: "sample", raw: "", position: text.position };
  return numbers.length > MAX_POSITIONAL_SAMPLES
    ? given
    : Array.from({ length: Math.min(count, MAX_POSITIONAL_SAMPLES) }, (_, index) => given[index] ?? placeholder);
}
