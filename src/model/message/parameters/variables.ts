import { error, type Issue } from "../../issue.ts";
import { count, field, listing, quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import type { GivenComponent } from "./parts.ts";

export interface Subject {
  /** `the header`, `the body of card 2`. */
  subject: string;
  /** Path of the component, or of the object that lacks it. */
  path: string;
}

export interface TextVariables {
  variables: readonly string[];
  named: boolean;
  /** The text around them. */
  text: string;
}

/** The parameters of a text against its variables: each missing one by its name, then the superfluous ones. */
export function variableIssues(
  { subject, path }: Subject,
  { variables, named, text }: TextVariables,
  given: GivenComponent | undefined,
): Issue[] {
  const parameters = given?.parameters ?? [];
  const names = parameters.map((parameter) => field(parameter, "parameter_name"));
  const missing = named
    ? variables.filter((name) => !names.includes(name))
    : inOrder(variables).slice(parameters.length);
  const issues = missing.map((name) =>
    error({
      code: "parameter-missing",
      path,
      message: `${subject} requires {{${name}}}${around(text, name)}; the message has no value for it`,
      hint: named ? `Add a parameter with "parameter_name": ${quote(name)}.` : `Add the value of {{${name}}}.`,
      whatsapp: MESSAGE_ANSWERS.parameterCount,
    }),
  );
  const extra = named
    ? names.filter((name) => typeof name !== "string" || !variables.includes(name))
    : parameters.slice(variables.length);
  if (extra.length === 0) return issues;
  const what = named ? extra.map((name) => quote(name)).join(", ") : count(parameters.length, "parameter");
  return [...issues, unexpected({ subject, path }, variables, what)];
}

function unexpected({ subject, path }: Subject, variables: readonly string[], what: string): Issue {
  const own = variables.map((name) => `{{${name}}}`);
  return error({
    code: "parameter-unexpected",
    path,
    message: `the message has ${what}; ${subject} has ${own.length === 0 ? "no variable" : listing(own, "and")}`,
    hint: "Remove the parameters that the template does not have.",
    whatsapp: MESSAGE_ANSWERS.parameterCount,
  });
}

/** Parameters go by number, whatever the order in the text. */
function inOrder(variables: readonly string[]): string[] {
  return [...variables].sort((a, b) => Number(a) - Number(b));
}

const AROUND = 24;

/** The words around a variable: only they show what "{{2}}" means. */
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
