import { z } from "zod";
import { error, type Issue, missing, tooLong, unknownValue } from "../issue.ts";
import { count, field, isObject, parentOf, pointer, quote, rowOf, valueAt } from "../text/index.ts";
import { MESSAGE_ANSWERS } from "./answers.ts";

// The parts that the schemas of the kinds are made of. The `error` of a schema completes "WhatsApp expects …".

/** What a rule finds in a value: issues whose `path` starts at that value. */
export type Rule<T> = (value: T) => Iterable<Issue>;

/** Attaches a rule to a schema: it runs when the value has the schema's JSON types, whatever other rules find. */
export function rule<T>(check: Rule<T>): z.core.CheckFn<T> {
  return ({ value, issues }) => {
    for (const issue of check(value)) issues.push(customIssue(value, issue));
  };
}

function customIssue(input: unknown, issue: Issue): z.core.$ZodRawIssue {
  return {
    code: "custom",
    input,
    path: [],
    message: issue.message,
    params: { issue },
    // Otherwise zod would skip the rules of everything around the value.
    continue: true,
  };
}

/** All issues of a value by its schema. `path` is a JSON pointer into the value. */
export function issuesOf(value: unknown, schema: z.ZodType): Issue[] {
  return (schema.safeParse(value).error?.issues ?? []).map((issue) => issueOf(value, issue));
}

function issueOf(root: unknown, issue: z.core.$ZodIssue): Issue {
  const path = issue.path.reduce<string>((parent, key) => pointer(parent, String(key)), "");
  const own = issue.code === "custom" ? ownIssue(issue.params) : undefined;
  if (own !== undefined) return { ...own, path: `${path}${own.path}` };
  const name = spelled(issue.path);
  const found = valueAt(root, issue.path);
  return found === undefined
    ? error({
        code: "parameter-missing",
        path: parentOf(path),
        message: `${name} is missing; WhatsApp expects ${issue.message}`,
        hint: `Add ${quote(issue.path.at(-1)?.toString() ?? "")}.`,
        whatsapp: MESSAGE_ANSWERS.missingParameter,
      })
    : error({
        code: "wrong-type",
        path,
        message: `${name} is ${quote(found)}; WhatsApp expects ${issue.message}`,
        hint: `Change it to ${issue.message}.`,
        whatsapp: MESSAGE_ANSWERS.invalidParameter,
      });
}

function ownIssue(params: unknown): Issue | undefined {
  // Only `customIssue` sets this field.
  return isObject(params) ? (field(params, "issue") as Issue | undefined) : undefined;
}

/** `interactive.action.buttons[0].reply.title`. */
function spelled(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

export const text = z.string({ error: "a string" });

export const flag = z.boolean({ error: "true or false" });

export const number = z.number({ error: "a number" });

/** A position, from 0; WhatsApp accepts digits in a string as well. */
export const position = z.union([z.number().int(), z.string().regex(/^\d+$/)], { error: "a whole number" });

/** An object whose keys are not known. */
export const anyFields = z.record(z.string(), z.unknown(), { error: "an object" });

export function listOf<T extends z.ZodType>(element: T, what: string) {
  return z.array(element, { error: `a list of ${what}` }).readonly();
}

/** An object with these fields. Others are passed through to WhatsApp unchecked. */
export function object<T extends z.core.$ZodLooseShape>(fields: T): z.ZodObject<T, z.core.$strip> {
  return z.object(fields, { error: "an object" });
}

/** An object with these fields, whose type allows others. */
export function openObject<T extends z.core.$ZodLooseShape>(fields: T): z.ZodObject<T, z.core.$loose> {
  return z.looseObject(fields, { error: "an object" });
}

/** A field whose value is known already: by it the schema was chosen, see {@link byType}. */
export function chosen<T extends string>(_value: T): z.ZodType<T> {
  return z.custom<T>();
}

/** One fixed word. */
export function word<T extends string>(value: T): z.ZodLiteral<T> {
  return z.literal(value, { error: quote(value) });
}

/** A non-empty string of at most `max` characters. `subject` begins the messages. */
export function words(subject: string, max: number) {
  return text.check(
    rule(function* (value) {
      if (value.trim() === "") yield empty(subject);
      yield* longer(subject, value, max);
    }),
  );
}

/** A string of at most `max` characters, which may be empty. */
export function upTo(subject: string, max: number) {
  return text.check(rule((value) => longer(subject, value, max)));
}

/** An id, or another non-empty string without a known limit. */
export function filled(subject: string) {
  return text.check(
    rule(function* (value) {
      if (value.trim() === "") yield empty(subject);
    }),
  );
}

function empty(subject: string): Issue {
  return error({
    code: "parameter-empty",
    path: "",
    message: `${subject} is empty`,
    hint: "Give it a value, or omit it where it is optional.",
    whatsapp: MESSAGE_ANSWERS.missingParameter,
  });
}

function longer(subject: string, value: string, max: number): Iterable<Issue> {
  const whatsapp = MESSAGE_ANSWERS.parameterValue;
  return tooLong({ code: "text-too-long", path: "", subject, text: value, max, whatsapp });
}

/** One of the values, as the type has them; WhatsApp accepts any letter case. */
export function oneOf<const T extends string>(subject: string, values: readonly T[]): z.ZodType<T> {
  const schema = text.check(
    rule(function* (value) {
      if (!values.some((one) => one.toLowerCase() === value.toLowerCase())) yield notOneOf(subject, value, values);
    }),
  );
  // The type has the documented spelling.
  return schema as unknown as z.ZodType<T>;
}

function notOneOf(subject: string, value: string, known: readonly string[]): Issue {
  const whatsapp = MESSAGE_ANSWERS.invalidParameter;
  return unknownValue({ code: "value-unknown", path: "", subject, value, known, whatsapp });
}

type OneBy<Schemas extends Readonly<Record<string, z.ZodType>>> = z.infer<Schemas[keyof Schemas]>;

/**
 * An object whose `type`, in any letter case, chooses its schema. `subject` begins the message about an unknown one, unless
 * `unknown` words it.
 */
export function byType<Schemas extends Readonly<Record<string, z.ZodType>>>(
  subject: string,
  schemas: Schemas,
  unknown: (type: string) => Issue = (type) => ({ ...notOneOf(subject, type, Object.keys(schemas)), path: "/type" }),
): z.ZodType<OneBy<Schemas>> {
  const schema = openObject({ type: text }).check(({ value, issues }) => {
    const own = rowOf<z.ZodType>(schemas, value.type.toLowerCase());
    if (own === undefined) issues.push(customIssue(value, unknown(value.type)));
    else for (const issue of own.safeParse(value).error?.issues ?? []) issues.push(passedOn(value, issue));
  });
  // The chosen schema has checked the rest.
  return schema as unknown as z.ZodType<OneBy<Schemas>>;
}

function passedOn(input: unknown, issue: z.core.$ZodIssue): z.core.$ZodRawIssue {
  const own = issue.code === "custom" ? issue.params : undefined;
  // Rules of what is around the object can only run when its JSON types are right.
  return {
    code: "custom",
    input,
    path: issue.path,
    message: issue.message,
    params: own,
    continue: own !== undefined,
  };
}

/** A URL that WhatsApp, or the recipient, can open. */
export function webAddress(subject: string) {
  return text.check(
    rule(function* (value) {
      if (/^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value)) return;
      yield error({
        code: "link-invalid",
        path: "",
        message: `${subject} ${quote(value)} is not an http(s) URL`,
        hint: "Write the whole URL, for example https://example.com/picture.jpg.",
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      });
    }),
  );
}

/** A whole number within limits. */
export function whole(subject: string, { min, max = Number.MAX_SAFE_INTEGER }: { min: number; max?: number }) {
  return number.check(
    rule(function* (value) {
      if (Number.isInteger(value) && value >= min && value <= max) return;
      const limits = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
      yield error({
        code: "number-out-of-range",
        path: "",
        message: `${subject} is ${value}; WhatsApp expects a whole number ${limits}`,
        hint: "Correct the number.",
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      });
    }),
  );
}

/** The number of elements; `noun` in the singular. */
export function* countBetween(noun: string, length: number, min: number, max: number): Iterable<Issue> {
  if (length >= min && length <= max) return;
  yield error({
    code: length < min ? "too-few" : "too-many",
    path: "",
    message: `${count(length, noun)}; WhatsApp allows ${min} to ${max}`,
    hint: length < min ? `Add ${min - length}.` : `Remove ${length - max}.`,
    whatsapp: MESSAGE_ANSWERS.parameterValue,
  });
}

/** Elements whose `value` has occurred before; `at` gives the path of an element's value. */
export function* repeated<T>(
  elements: readonly T[],
  value: (element: T) => string,
  subject: string,
  at: (index: number) => string,
): Iterable<Issue> {
  const seen = new Set<string>();
  for (const [index, element] of elements.entries()) {
    const own = value(element);
    if (seen.has(own))
      yield error({
        code: "duplicate",
        path: at(index),
        message: `${subject} ${quote(own)} occurs more than once; each must be unique`,
        hint: "Change one of them.",
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      });
    seen.add(own);
  }
}

/** An issue of something required that is absent. `what` completes "has no …". */
export function absent(subject: string, what: string, hint: string, code = "parameter-missing"): Issue {
  return missing({ code, path: "", subject, what, hint, whatsapp: MESSAGE_ANSWERS.missingParameter });
}
