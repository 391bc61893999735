import { error } from "../source/finding.ts";
import { isScalar, itemsOf, type Located, type LocatedMap, type LocatedScalar } from "../source/located.ts";
import { madeList, madeMap } from "../source/made.ts";
import type { Place } from "../source/place.ts";
import type { Expansion } from "./expansion.ts";
import { asText } from "./samples.ts";
import { isPositional, type Token, variablesIn } from "./variables-in.ts";

/** WhatsApp's keys for the samples of a text, and the stack file's key for positional ones. */
interface Slot {
  named: string;
  positional: string;
  examplesKey: "examples" | "header_example";
  wrap: (samples: Located[], place: Place) => Located;
}

/** A header's samples are one list; a body's a list of lists. */
export const SLOTS: Readonly<Record<"header" | "body", Slot>> = {
  header: {
    named: "header_text_named_params",
    positional: "header_text",
    examplesKey: "header_example",
    wrap: madeList,
  },
  body: {
    named: "body_text_named_params",
    positional: "body_text",
    examplesKey: "examples",
    wrap: (samples, place) => madeList([madeList(samples, place)], place),
  },
};

/** Text without the newlines that YAML's `|` leaves at its end: WhatsApp would keep them. */
export function trimmed(node: LocatedScalar): LocatedScalar {
  if (typeof node.value !== "string") return node;
  let end = node.value.length;
  // Not /\n+$/, which takes minutes for a long run of newlines inside the text.
  while (node.value[end - 1] === "\n") end -= 1;
  return { ...node, value: node.value.slice(0, end) };
}

/** `text` and, where it has variables, `example`. */
export function textFields(
  slot: Slot,
  node: LocatedScalar,
  examples: Located | undefined,
  expansion: Expansion,
): { text: LocatedScalar; example?: LocatedMap } {
  const text = trimmed(node);
  const variables = variablesIn(String(text.value));
  const named = variables.filter(({ name }) => !isPositional(name));
  if (named.length > 0) expansion.named = true;
  const numbers = variables.map(({ name }) => name).filter(isPositional);
  const positional = positionalSamples(slot, text, numbers, examples, expansion);
  const fields = {
    ...(named.length === 0 ? {} : { [slot.named]: namedSamples(named, text, expansion) }),
    ...(positional === undefined ? {} : { [slot.positional]: slot.wrap(positional, examples?.place ?? text.place) }),
  };
  return Object.keys(fields).length === 0 ? { text } : { text, example: madeMap(fields, text.place) };
}

/** More variables than the longest text has room for: such a text is refused for its length. */
const MAX_VARIABLES = 500;

function namedSamples(variables: readonly Token[], text: LocatedScalar, expansion: Expansion): Located {
  const params = variables.slice(0, MAX_VARIABLES).map((variable) => {
    const example = expansion.samples.take(variable, text, expansion.findings);
    return madeMap({ param_name: variable.name, example }, example.place);
  });
  return madeList(params, text.place);
}

/** One sample per number; where they are missing, a finding and stand-ins, so that the rules do not tell it again. */
function positionalSamples(
  slot: Slot,
  text: LocatedScalar,
  numbers: readonly string[],
  examples: Located | undefined,
  expansion: Expansion,
): LocatedScalar[] | undefined {
  const key = `\`${slot.examplesKey}\``;
  const given = (isScalar(examples) ? [examples] : itemsOf(examples)).filter(isScalar).map(asText);
  const count = numbers.reduce((most, number) => Math.max(most, Number(number)), 0);
  if (examples !== undefined && given.length !== count) {
    const message = `${key} has ${given.length} for ${count} numbered variables such as \`{{1}}\``;
    const hint =
      count === 0
        ? "Take it out; named variables have their samples under `variables`."
        : "Give one sample per number.";
    expansion.findings.push(error({ code: "examples-do-not-fit", at: examples.place, message, hint }));
  }
  if (count === 0) return undefined;
  if (examples === undefined) {
    const message = `\`{{${numbers[0]}}}\` has no sample, and WhatsApp's reviewers need one`;
    const hint = `Add ${key} beside it, or name the variable and declare it under \`variables\`.`;
    expansion.findings.push(
      error({ code: "examples-missing", at: text.place, message, hint, whatsapp: { code: 100, subcode: 2388043 } }),
    );
  }
  const standIn: LocatedScalar = { kind: "scalar", value: "sample", raw: "", place: text.place };
  return numbers.length > 100
    ? given
    : Array.from({ length: Math.min(count, 100) }, (_, index) => given[index] ?? standIn);
}
