import { error, type Issue } from "../../../../model/issue.ts";
import { type TemplateBody, templateVariables } from "../../../../model/template/index.ts";
import { listing } from "../../../../model/text/index.ts";
import type { Pair } from "../../../input/option-values.ts";
import type { ButtonFlag } from "./button-flag.ts";

/** A template whose definition is known, from a stack file or from the account. */
export interface KnownTemplate {
  body: TemplateBody;
  /** The names of the variables of its buttons, which only a stack file knows: WhatsApp calls each `{{1}}`. */
  buttonVariables: readonly { index: number; variable: string }[];
}

/** The values of `--param`, wherever the template has their variables. */
export interface NamedValues {
  header?: Record<string, string>;
  body?: Record<string, string>;
  buttons: ButtonFlag[];
}

/** The named variables of each part of a template. */
interface NamedVariables {
  header: readonly string[];
  body: readonly string[];
  buttons: readonly { index: number; variable: string }[];
}

const hasName = (variable: string) => !/^\d+$/.test(variable);

function namedVariables({ body, buttonVariables }: KnownTemplate): NamedVariables {
  const own = templateVariables(body);
  const isOther = ({ index }: { index: number }) => buttonVariables.every((each) => each.index !== index);
  return {
    header: own.header.filter(hasName),
    body: own.body.filter(hasName),
    buttons: [...buttonVariables, ...own.buttons.filter(({ variable }) => hasName(variable)).filter(isOther)],
  };
}

/** Fills every place of a variable. If the template is not known, all values belong to the body. */
export function namedValues(param: readonly Pair[], template: KnownTemplate | undefined): NamedValues {
  const values = new Map(param.map(({ name, value }) => [name, value]));
  if (template === undefined)
    return { ...(values.size === 0 ? {} : { body: Object.fromEntries(values) }), buttons: [] };
  const { header, body, buttons } = namedVariables(template);
  const filled = (variables: readonly string[]) => [...values].filter(([name]) => variables.includes(name));
  const [ofHeader, ofBody] = [filled(header), filled(body)];
  return {
    ...(ofHeader.length === 0 ? {} : { header: Object.fromEntries(ofHeader) }),
    ...(ofBody.length === 0 ? {} : { body: Object.fromEntries(ofBody) }),
    buttons: buttons.flatMap(({ index, variable }) => {
      const value = values.get(variable);
      return value === undefined ? [] : [{ index, kind: undefined, value }];
    }),
  };
}

/** The parts that other options fill. */
export interface OtherValues {
  header: boolean;
  body: boolean;
  /** Places of buttons. */
  buttons: readonly number[];
}

/** The named variables without a value, and the parts that have them. */
export function missingVariables(
  param: readonly Pair[],
  template: KnownTemplate,
  others: OtherValues,
): Map<string, string[]> {
  const { header, body, buttons } = namedVariables(template);
  const required = [
    ...(others.header ? [] : header.map((variable) => [variable, "the header"] as const)),
    ...(others.body ? [] : body.map((variable) => [variable, "the body"] as const)),
    ...buttons
      .filter(({ index }) => !others.buttons.includes(index))
      .map(({ index, variable }) => [variable, `button ${index}`] as const),
  ];
  const missing = new Map<string, string[]>();
  for (const [variable, part] of required) {
    if (param.some(({ name }) => name === variable)) continue;
    missing.set(variable, [...(missing.get(variable) ?? []), part]);
  }
  return missing;
}

/** One issue that lists all missing variables. */
export function missingIssues(missing: ReadonlyMap<string, readonly string[]>): Issue[] {
  if (missing.size === 0) return [];
  const required = [...missing].map(
    ([variable, parts]) => `${listing(parts, "and")} ${parts.length === 1 ? "requires" : "require"} {{${variable}}}`,
  );
  const pronoun = missing.size === 1 ? "it" : "them";
  return [
    error({
      code: "parameter-missing",
      path: "/template",
      message: `${required.join(", ")}; the message has no value for ${pronoun}`,
      hint: `Add ${[...missing.keys()].map((variable) => `--param ${variable}=VALUE`).join(" ")}.`,
    }),
  ];
}

/** An issue for each name that the template does not have. */
export function unknownIssues(param: readonly Pair[], template: KnownTemplate): Issue[] {
  const { header, body, buttons } = namedVariables(template);
  const known = [...new Set([...header, ...body, ...buttons.map(({ variable }) => variable)])];
  return [...new Set(param.map(({ name }) => name))]
    .filter((name) => !known.includes(name))
    .map((name) =>
      error({
        code: "parameter-unexpected",
        path: "/template",
        message: `--param ${name}: the template has no variable {{${name}}} with a name`,
        hint:
          known.length === 0
            ? "Its variables are numbered: use --body VALUE for {{1}}, {{2}} in order."
            : `Its variables are ${listing(known, "and")}.`,
      }),
    );
}
