import type { Issue } from "../issue.ts";
import { closest, field, isObject, type JsonObject, pointer, quote, textLength } from "../text/index.ts";
import { lintVertical } from "./lint-vertical.ts";
import { lintWebsites } from "./lint-websites.ts";
import { PROFILE_FIELDS, PROFILE_LIMITS } from "./tables.ts";

const INVALID = { code: 100 };

type TextRule = (text: string, path: string) => Iterable<Issue>;

function* tooLong(name: string, text: string, limit: number, path: string): Iterable<Issue> {
  const { codePoints, utf16 } = textLength(text);
  if (utf16 <= limit) return;
  const doubtful = codePoints <= limit;
  yield {
    severity: doubtful ? "warning" : "error",
    code: `${name}-too-long`,
    path,
    message: doubtful
      ? `${name} has ${codePoints} characters, but ${utf16} where an emoji counts as two; WhatsApp allows ${limit}`
      : `${name} has ${codePoints} characters, WhatsApp allows ${limit}`,
    hint: `Shorten it by ${(doubtful ? utf16 : codePoints) - limit}.`,
    whatsapp: INVALID,
  };
}

function* about(text: string, path: string): Iterable<Issue> {
  if (text.trim() === "")
    yield {
      severity: "error",
      code: "about-empty",
      path,
      message: "about is empty; WhatsApp wants 1 to 139 characters and has no way to clear it",
      hint: "Write a text, or leave about out: then it stays as it is.",
      whatsapp: { code: 131000 },
    };
  yield* tooLong("about", text, PROFILE_LIMITS.about, path);
}

function* description(text: string, path: string): Iterable<Issue> {
  const { codePoints } = textLength(text);
  const { description: limit, descriptionDoubtful: doubtful } = PROFILE_LIMITS;
  if (codePoints > doubtful && codePoints <= limit)
    yield {
      severity: "warning",
      code: "description-long",
      path,
      message: `description has ${codePoints} characters; WhatsApp documents ${limit} in one place and ${doubtful} in another`,
      hint: `Use up to ${doubtful} to be safe.`,
    };
  yield* tooLong("description", text, limit, path);
}

function* email(text: string, path: string): Iterable<Issue> {
  if (text !== "" && !/^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(text))
    yield {
      severity: "error",
      code: "email-invalid",
      path,
      message: `email ${quote(text)} is no e-mail address`,
      hint: 'Write it like hello@example.com, or "" to clear it.',
      whatsapp: INVALID,
    };
  yield* tooLong("email", text, PROFILE_LIMITS.email, path);
}

const TEXT_RULES: Readonly<Record<string, TextRule>> = {
  about,
  address: (text, path) => tooLong("address", text, PROFILE_LIMITS.address, path),
  description,
  email,
  vertical: lintVertical,
};

function* textIssues(fields: JsonObject): Iterable<Issue> {
  for (const [name, rule] of Object.entries(TEXT_RULES)) {
    const value = field(fields, name);
    const path = pointer("", name);
    if (typeof value === "string") yield* rule(value, path);
    else if (value !== undefined)
      yield {
        severity: "error",
        code: "wrong-type",
        path,
        message: `${name} is ${quote(value)}, WhatsApp expects a text`,
        hint: "Put it in quotes, or leave it out.",
      };
  }
}

/** Fields of a write that are not declared as text: the constant, and the uploaded picture. */
const TAKEN: readonly string[] = ["messaging_product", "profile_picture_handle"];

function* keyIssues(fields: JsonObject): Iterable<Issue> {
  const known: readonly string[] = PROFILE_FIELDS;
  for (const key of Object.keys(fields).filter((name) => !known.includes(name) && !TAKEN.includes(name))) {
    const meant = closest(key, known);
    yield {
      severity: "warning",
      code: "unknown-key",
      path: pointer("", key),
      message: `a business profile has no field ${quote(key)} that could be declared`,
      hint: meant === undefined ? `Fields: ${known.join(", ")}.` : `Did you mean ${meant}?`,
    };
  }
}

/** All problems of a business profile's declared fields, at once. Never throws. `path` is a JSON pointer. */
export function lintProfile(fields: unknown): Issue[] {
  if (!isObject(fields))
    return [
      {
        severity: "error",
        code: "not-an-object",
        path: "",
        message: `a business profile is an object, this is ${quote(fields)}`,
        hint: `Write fields: ${PROFILE_FIELDS.join(", ")}.`,
      },
    ];
  return [...textIssues(fields), ...lintWebsites(field(fields, "websites")), ...keyIssues(fields)];
}
