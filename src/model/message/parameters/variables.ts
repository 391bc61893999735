import type { Issue } from "../../issue.ts";
import { error } from "../../template/rules/issues.ts";
import { count, field, listing, quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import type { GivenComponent } from "./given-part.ts";

export interface Place {
  /** `the header`, `the body of card 2`. */
  subject: string;
  /** Where the component stands, or would stand. */
  path: string;
}

export interface WantedVariables {
  variables: readonly string[];
  named: boolean;
  /** The text around them. */
  text: string;
}

/** The parameters of a text against its variables: each missing one by its name, then those too many. */
export function variableIssues(
  { subject, path }: Place,
  { variables, named, text }: WantedVariables,
  given: GivenComponent | undefined,
): Issue[] {
  const parameters = given?.parameters ?? [];
  const missing = named ? missingNames(variables, given) : inOrder(variables).slice(parameters.length);
  const issues = missing.map((name) =>
    error(
      "parameter-missing",
      path,
      `${subject} wants {{${name}}}${around(text, name)}, and the message has no value for it`,
      named ? `Add a parameter with "parameter_name": ${quote(name)}.` : `Add the value of {{${name}}}.`,
      MESSAGE_ANSWERS.parameterCount,
    ),
  );
  const extra = named
    ? parameters
        .map((parameter) => field(parameter, "parameter_name"))
        .filter((name) => typeof name !== "string" || !variables.includes(name))
    : parameters.slice(variables.length);
  if (extra.length > 0) issues.push(tooMany({ subject, path }, variables, parameters.length, named ? extra : []));
  return issues;
}

function tooMany(
  { subject, path }: Place,
  variables: readonly string[],
  given: number,
  names: readonly unknown[],
): Issue {
  const has =
    variables.length === 0
      ? "no variable"
      : listing(
          variables.map((name) => `{{${name}}}`),
          "and",
        );
  const what = names.length > 0 ? names.map((name) => quote(name)).join(", ") : count(given, "parameter");
  return error(
    "parameter-unexpected",
    path,
    `the message gives ${what}, and ${subject} has ${has}`,
    "Take out what the template does not have.",
    MESSAGE_ANSWERS.parameterCount,
  );
}

function missingNames(variables: readonly string[], given: GivenComponent | undefined): string[] {
  const names = given?.parameters.map((parameter) => field(parameter, "parameter_name")) ?? [];
  return variables.filter((name) => !names.includes(name));
}

/** Parameters go by number, whatever the order in the text. */
function inOrder(variables: readonly string[]): string[] {
  return [...variables].sort((a, b) => Number(a) - Number(b));
}

const AROUND = 24;

/** The words around a variable: what "{{2}}" means, only its sentence tells. */
function around(text: string, name: string): string {
  const plain = text.replace(/\s+/g, " ");
  const match = [...plain.matchAll(/\{\{([^{}]+)\}\}/g)].find((one) => one[1]?.trim() === name);
  if (match === undefined) return "";
  const before = plain.slice(0, match.index);
  const after = plain.slice(match.index + match[0].length);
  const from = before.length <= AROUND ? 0 : before.indexOf(" ", before.length - AROUND) + 1;
  const to = after.length <= AROUND ? after.length : Math.max(0, after.lastIndexOf(" ", AROUND));
  return ` ("${before.slice(from)}${match[0]}${after.slice(0, to)}")`;
}
