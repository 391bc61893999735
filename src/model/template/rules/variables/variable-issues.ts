import type { Issue } from "../../../issue.ts";
import { count, listing, quote } from "../../../text/index.ts";
import { ANSWERS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { findVariables, type Variable, variableNames, withoutVariables } from "./find-variables.ts";

const SHOWN_GAPS = 5;

function* malformedIssues(subject: string, text: string, path: string, variables: Variable[]): Iterable<Issue> {
  for (const { raw } of variables.filter(({ kind }) => kind === "malformed"))
    yield error(
      "variable-malformed",
      path,
      `${subject} has ${quote(raw)}, which is no variable: {{1}}, or a name of lower case letters, digits and _ that does not start with a digit`,
      "Write {{1}}, or {{first_name}} with parameter_format NAMED.",
      ANSWERS.invalidParameter,
    );
  const rest = withoutVariables(text);
  const lone = /\{\{|\}\}/.exec(rest)?.[0] ?? /\{\s*\d+\s*\}/.exec(rest)?.[0];
  if (lone !== undefined)
    yield warning(
      "braces-unbalanced",
      path,
      `${subject} has ${quote(lone)} outside a variable`,
      "Variables have two braces on each side: {{1}}.",
    );
}

function* kindIssues(subject: string, path: string, variables: Variable[], named: boolean): Iterable<Issue> {
  const positional = variables.filter(({ kind }) => kind === "positional").map(({ raw }) => raw);
  const withNames = variables.filter(({ kind }) => kind === "named").map(({ raw }) => raw);
  if (positional.length > 0 && withNames.length > 0)
    yield error(
      "variables-mixed",
      path,
      `${subject} mixes numbered and named variables: ${positional[0]} and ${withNames[0]}`,
      "Use one kind in the whole template.",
      ANSWERS.invalidParameter,
    );
  else if (named && positional.length > 0)
    yield error(
      "variable-not-named",
      path,
      `${subject} has ${positional[0]}, but parameter_format is NAMED`,
      "Give the variable a name, or leave parameter_format out.",
      ANSWERS.invalidParameter,
    );
  else if (!named && withNames.length > 0)
    yield error(
      "variable-not-positional",
      path,
      `${subject} has ${withNames[0]}, but parameter_format is POSITIONAL, as it is when left out`,
      'Add "parameter_format": "NAMED", or number the variables: {{1}}.',
      ANSWERS.invalidParameter,
    );
}

function* gapIssues(subject: string, path: string, variables: Variable[]): Iterable<Issue> {
  const used = new Set(variables.filter(({ kind }) => kind === "positional").map(({ name }) => Number(name)));
  const highest = Math.max(0, ...used);
  const gaps: number[] = [];
  for (let number = 1; number < highest && gaps.length < SHOWN_GAPS; number += 1)
    if (!used.has(number)) gaps.push(number);
  if (gaps.length > 0)
    yield error(
      "variables-with-gaps",
      path,
      `${subject} has ${count(used.size, "variable")} up to {{${highest}}}, without ${listing(
        gaps.map((n) => `{{${n}}}`),
        "and",
      )}`,
      "Number them from {{1}} without a gap; their order in the text is free.",
      ANSWERS.invalidParameter,
    );
}

/** How variables are written: form, one kind, matching the format, no gaps. */
export function* variableIssues(subject: string, text: string, path: string, named: boolean): Iterable<Issue> {
  const variables = findVariables(text);
  yield* malformedIssues(subject, text, path, variables);
  yield* kindIssues(subject, path, variables, named);
  yield* gapIssues(subject, path, variables);
}

/** The issue of a text in which WhatsApp allows no variable. */
export function* noVariables(
  subject: string,
  text: string,
  path: string,
  code: string,
  answer: { code: number; subcode?: number },
): Iterable<Issue> {
  const names = variableNames(findVariables(text));
  if (names.length > 0)
    yield error(
      code,
      path,
      `${subject} ${quote(text)} has the variable {{${names[0]}}}; WhatsApp allows none there`,
      "Write the text out.",
      answer,
    );
}
