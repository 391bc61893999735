import { error, type Issue, type WhatsAppAnswer, warning } from "../../issue.ts";
import { count, listing, quote, SEARCHED } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { WORDS_PER_VARIABLE } from "../limits.ts";
import { findVariables, type Variable, variableNames, withoutVariables } from "./find-variables.ts";

/** How variables are written: valid names, one kind, matching the format, no gaps. */
export function* variableIssues(subject: string, text: string, path: string, named: boolean): Iterable<Issue> {
  const variables = findVariables(text);
  yield* malformedIssues(subject, text, path, variables);
  yield* kindIssues(subject, path, variables, named);
  yield* gapIssues(subject, path, variables);
}

function* malformedIssues(subject: string, text: string, path: string, variables: Variable[]): Iterable<Issue> {
  for (const { raw } of variables.filter(({ kind }) => kind === "malformed"))
    yield error({
      code: "variable-malformed",
      path,
      message: `${subject} has ${quote(raw)}, which is not a variable: {{1}}, or a name of lower case letters, digits and _ that does not start with a digit`,
      hint: "Write {{1}}, or {{first_name}} with parameter_format NAMED.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  for (const { raw, name } of variables.filter(({ kind, padded }) => kind !== "malformed" && padded))
    yield error({
      code: "variable-malformed",
      path,
      message: `${subject} has ${quote(raw)}, which contains a space; WhatsApp accepts none inside the braces`,
      hint: `Write {{${name}}}.`,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  const rest = withoutVariables(text);
  const lone = /\{\{|\}\}/.exec(rest)?.[0] ?? /\{\s*\d+\s*\}/.exec(rest)?.[0];
  if (lone !== undefined)
    yield warning({
      code: "braces-unbalanced",
      path,
      message: `${subject} has ${quote(lone)} outside a variable`,
      hint: "A variable has two braces on each side: {{1}}.",
    });
}

function* kindIssues(subject: string, path: string, variables: Variable[], named: boolean): Iterable<Issue> {
  const positional = variables.filter(({ kind }) => kind === "positional").map(({ raw }) => raw);
  const withNames = variables.filter(({ kind }) => kind === "named").map(({ raw }) => raw);
  const finding = { path, whatsapp: TEMPLATE_ANSWERS.invalidParameter };
  if (positional.length > 0 && withNames.length > 0)
    yield error({
      ...finding,
      code: "variables-mixed",
      message: `${subject} mixes numbered and named variables: ${positional[0]} and ${withNames[0]}`,
      hint: "Use one kind in the whole template.",
    });
  else if (named && positional.length > 0)
    yield error({
      ...finding,
      code: "variable-not-named",
      message: `${subject} has ${positional[0]}, but parameter_format is NAMED`,
      hint: "Give the variable a name, or remove parameter_format.",
    });
  else if (!named && withNames.length > 0)
    yield error({
      ...finding,
      code: "variable-not-positional",
      message: `${subject} has ${withNames[0]}, but parameter_format is POSITIONAL, which is the default`,
      hint: 'Add "parameter_format": "NAMED", or number the variables: {{1}}.',
    });
}

const SHOWN_GAPS = 5;

function* gapIssues(subject: string, path: string, variables: Variable[]): Iterable<Issue> {
  const used = new Set(variables.filter(({ kind }) => kind === "positional").map(({ name }) => Number(name)));
  const highest = Math.max(0, ...used);
  const gaps: string[] = [];
  for (let number = 1; number < highest && gaps.length < SHOWN_GAPS; number += 1)
    if (!used.has(number)) gaps.push(`{{${number}}}`);
  if (gaps.length > 0)
    yield error({
      code: "variables-with-gaps",
      path,
      message: `${subject} has ${count(used.size, "variable")} up to {{${highest}}}, without ${listing(gaps, "and")}`,
      hint: "Number them from {{1}} without a gap; their order in the text is free.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
}

/** The issue of a text in which WhatsApp allows no variable. */
export function* noVariables(
  subject: string,
  text: string,
  path: string,
  code: string,
  whatsapp: WhatsAppAnswer,
): Iterable<Issue> {
  const names = variableNames(findVariables(text));
  if (names.length > 0)
    yield error({
      code,
      path,
      message: `${subject} ${quote(text)} has the variable {{${names[0]}}}; WhatsApp allows none here`,
      hint: "Write out the text.",
      whatsapp,
    });
}

/** What WhatsApp refuses in some reports and accepts in others: edges, neighbours, too few words. All warnings. */
export function* placementIssues(subject: string, text: string, path: string): Iterable<Issue> {
  yield* edgeIssues(subject, text, path);
  const neighbours = /\{\{[^{}]*\}\}\s*\{\{[^{}]*\}\}/.exec(text)?.[0];
  if (neighbours !== undefined)
    yield warning({
      code: "variables-adjacent",
      path,
      message: `${subject} has variables next to each other: ${quote(neighbours)}; reviewers reject this (INVALID_FORMAT)`,
      hint: "Put words between them.",
    });
  const variables = findVariables(text).length;
  const enough = WORDS_PER_VARIABLE.factor * variables + WORDS_PER_VARIABLE.extra;
  if (variables === 0 || text.length > SEARCHED) return;
  const found = countWords(withoutVariables(text, " "), enough);
  if (found < enough)
    yield warning({
      code: "few-words-per-variable",
      path,
      message: `${subject} has ${count(found, "word")} for ${count(variables, "variable")}; WhatsApp may require about ${enough}`,
      hint: "Write more text around the variables, or use fewer.",
      whatsapp: TEMPLATE_ANSWERS.wordsPerVariable,
    });
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function* edgeIssues(subject: string, text: string, path: string): Iterable<Issue> {
  const variables = findVariables(text);
  const [first, last] = [variables[0], variables.at(-1)];
  if (first === undefined || last === undefined) return;
  const before = text.slice(0, first.index);
  const after = text.slice(last.index + last.raw.length);
  for (const [edge, rest, raw] of [
    ["starts", before, first.raw],
    ["ends", after, last.raw],
  ] as const)
    if (!LETTER_OR_DIGIT.test(rest))
      yield warning({
        code: "variable-at-edge",
        path,
        message: `${subject} ${edge} with the variable ${raw}${rest.trim() === "" ? "" : ` (${quote(rest.trim())} does not count)`}; WhatsApp often refuses this`,
        hint: edge === "starts" ? `Put a word before ${raw}.` : `Put a word after ${raw}.`,
        whatsapp: TEMPLATE_ANSWERS.variableAtEdge,
      });
}

// Languages without spaces between words (Chinese, Thai) need the segmenter's dictionaries, which take time to load.
let words: Intl.Segmenter | undefined;

/** How many words a text has, counted up to `enough`. */
function countWords(text: string, enough: number): number {
  words ??= new Intl.Segmenter("en", { granularity: "word" });
  let number = 0;
  for (const { isWordLike } of words.segment(text)) {
    if (isWordLike) number += 1;
    if (number >= enough) break;
  }
  return number;
}
