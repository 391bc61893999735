import { error, type Issue, tooLong, unknownValue, warning } from "../issue.ts";
import { closest, field, isObject, listing, pointer, quote, textLength } from "../text/index.ts";

/** What our side knows of one field of a business profile. */
interface ProfileField {
  /** Characters; of each entry where the field is a list. */
  max?: number;
  /** Of the entries; the field is a list of texts. */
  maxEntries?: number;
  /** The value that clears it; absent where WhatsApp provides no way. */
  empty?: "" | readonly [];
  /** Further rules, for one text. */
  rules?: (text: string, path: string) => Iterable<Issue>;
  /** The value to compare; by default the value itself. */
  comparable?: (value: unknown) => unknown;
}

/** Industries that a write accepts, as the API lists them in its own error. Reads also show UNDEFINED. */
export const VERTICALS = [
  "OTHER",
  "AUTO",
  "BEAUTY",
  "APPAREL",
  "EDU",
  "ENTERTAIN",
  "EVENT_PLAN",
  "FINANCE",
  "GROCERY",
  "GOVT",
  "HOTEL",
  "HEALTH",
  "NONPROFIT",
  "PROF_SERVICES",
  "RETAIL",
  "TRAVEL",
  "RESTAURANT",
  "ALCOHOL",
  "ONLINE_GAMBLING",
  "PHYSICAL_GAMBLING",
  "OTC_DRUGS",
  "MATRIMONY_SERVICE",
] as const;
export type Vertical = (typeof VERTICALS)[number];

/** Industries that appear in documents and that a write refuses, and why. */
const REFUSED_VERTICALS: ReadonlyMap<string, string> = new Map([
  ["", "a vertical cannot be cleared"],
  ["UNDEFINED", "reads show it when none was ever set, and a vertical cannot be cleared"],
  ["NOT_A_BIZ", "it appears in older documentation only"],
]);

/** Meta's OpenAPI description says 256 where its reference says 512. */
const CERTAIN_DESCRIPTION = 256;

/** The fields that can be declared, in characters and entries. A field that is not declared is left alone. Source: Meta, business profile reference. */
export const PROFILE_FIELDS = {
  about: { max: 139, rules: aboutIssues },
  address: { max: 256, empty: "" },
  description: { max: 512, empty: "", rules: descriptionIssues },
  email: { max: 128, empty: "", rules: emailIssues },
  vertical: {
    rules: verticalIssues,
    // Reads show UNDEFINED, or nothing, where none was ever set.
    comparable: (value: unknown) => (value === "UNDEFINED" ? "" : value),
  },
  websites: {
    max: 256,
    maxEntries: 2,
    empty: [],
    rules: websiteIssues,
    comparable: (value: unknown) => (Array.isArray(value) ? value : []).map(withoutSlash),
  },
} as const satisfies Readonly<Record<string, ProfileField>>;

type Fields = typeof PROFILE_FIELDS;
type ProfileFieldName = keyof Fields;

export const PROFILE_FIELD_NAMES = Object.keys(PROFILE_FIELDS) as readonly ProfileFieldName[];

/** The declared fields of a WhatsApp business profile, with WhatsApp's own names; see {@link PROFILE_FIELDS}. */
export type BusinessProfileFields = {
  [Name in ProfileFieldName]?: Fields[Name] extends { maxEntries: number } ? string[] : string;
};

/** Every field that can be cleared, with the value that clears it. */
export const EMPTY_PROFILE: BusinessProfileFields = Object.fromEntries(
  PROFILE_FIELD_NAMES.flatMap((name) => {
    const { empty }: ProfileField = PROFILE_FIELDS[name];
    return empty === undefined ? [] : [[name, empty]];
  }),
);

/** Characters per text; `websites` is the number of entries. */
export const PROFILE_LIMITS = {
  about: PROFILE_FIELDS.about.max,
  address: PROFILE_FIELDS.address.max,
  description: PROFILE_FIELDS.description.max,
  email: PROFILE_FIELDS.email.max,
  websites: PROFILE_FIELDS.websites.maxEntries,
  website: PROFILE_FIELDS.websites.max,
} as const;

const INVALID = { code: 100 };

function* aboutIssues(text: string, path: string): Iterable<Issue> {
  if (text.trim() === "")
    yield error({
      code: "about-empty",
      path,
      message: "about is empty; WhatsApp requires at least one character and provides no way to clear it",
      hint: "Write a text, or omit about to leave it unchanged.",
      whatsapp: { code: 131000 },
    });
}

function* descriptionIssues(text: string, path: string): Iterable<Issue> {
  const { codePoints } = textLength(text);
  const { max } = PROFILE_FIELDS.description;
  if (codePoints > CERTAIN_DESCRIPTION && codePoints <= max)
    yield warning({
      code: "description-long",
      path,
      message: `description has ${codePoints} characters; WhatsApp documents a limit of ${max} in one place and of ${CERTAIN_DESCRIPTION} in another`,
      hint: `Use at most ${CERTAIN_DESCRIPTION} to be safe.`,
    });
}

function* emailIssues(text: string, path: string): Iterable<Issue> {
  if (text !== "" && !/^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(text))
    yield error({
      code: "email-invalid",
      path,
      message: `email ${quote(text)} is not an email address`,
      hint: 'Write it like hello@example.com, or "" to clear it.',
      whatsapp: INVALID,
    });
}

function* verticalIssues(vertical: string, path: string): Iterable<Issue> {
  const known: readonly string[] = VERTICALS;
  if (known.includes(vertical)) return;
  const refused = REFUSED_VERTICALS.get(vertical.toUpperCase());
  if (refused === undefined)
    yield unknownValue({
      code: "vertical-unknown",
      path,
      subject: "vertical",
      value: vertical,
      known,
      whatsapp: INVALID,
    });
  else
    yield error({
      code: "vertical-refused",
      path,
      message: `WhatsApp refuses the vertical ${quote(vertical)}: ${refused}`,
      hint: "Omit vertical to leave it unchanged, or use OTHER.",
      whatsapp: INVALID,
    });
}

function* websiteIssues(website: string, path: string): Iterable<Issue> {
  if (!/^https?:\/\//i.test(website))
    yield error({
      code: "website-scheme",
      path,
      message: `website ${quote(website)} does not begin with http:// or https://`,
      hint: website === "" ? "Remove it; [] clears all websites." : `Use ${quote(`https://${website}`)}.`,
      whatsapp: INVALID,
    });
  else if (/\s/.test(website) || !URL.canParse(website))
    yield error({
      code: "website-invalid",
      path,
      message: `website ${quote(website)} is not a valid URL`,
      hint: "Write it like https://example.com.",
      whatsapp: INVALID,
    });
}

/** WhatsApp adds the slash of an empty path: https://example.com is read back as https://example.com/. */
function withoutSlash(address: unknown) {
  return typeof address === "string" ? address.replace(/\/$/, "") : address;
}

/** All problems of a business profile's declared fields, at once. Never throws. `path` is a JSON pointer. */
export function lintProfile(fields: unknown): Issue[] {
  if (!isObject(fields))
    return [
      error({
        code: "not-an-object",
        path: "",
        message: `a business profile is an object, but this is ${quote(fields)}`,
        hint: `Write fields: ${PROFILE_FIELD_NAMES.join(", ")}.`,
      }),
    ];
  const declared = PROFILE_FIELD_NAMES.map((name) => ({ name, value: field(fields, name) }));
  return [
    ...declared.flatMap(({ name, value }) => (value === undefined ? [] : [...fieldIssues(name, value)])),
    ...Object.keys(fields).flatMap(keyIssues),
  ];
}

function fieldIssues(name: ProfileFieldName, value: unknown): Iterable<Issue> {
  const known: ProfileField = PROFILE_FIELDS[name];
  const path = pointer("", name);
  return known.maxEntries === undefined
    ? textIssues(name, known, value, path)
    : listIssues(name, { ...known, maxEntries: known.maxEntries }, value, path);
}

function* textIssues(subject: string, { max, rules }: ProfileField, value: unknown, path: string): Iterable<Issue> {
  if (typeof value !== "string") {
    const hint = "Put it in quotes, or remove it.";
    yield wrongType(path, `${subject} is ${quote(value)}; WhatsApp expects a string`, hint);
    return;
  }
  yield* rules?.(value, path) ?? [];
  if (max !== undefined)
    yield* tooLong({ code: `${subject}-too-long`, path, subject, text: value, max, whatsapp: INVALID });
}

function* listIssues(
  name: string,
  known: ProfileField & { maxEntries: number },
  value: unknown,
  path: string,
): Iterable<Issue> {
  if (!Array.isArray(value)) {
    yield wrongType(path, `${name} is ${quote(value)}; WhatsApp expects a list of strings`, "Write a list.");
    return;
  }
  const { maxEntries } = known;
  if (value.length > maxEntries)
    yield error({
      code: `${name}-too-many`,
      path,
      message: `there are ${value.length} ${name}; WhatsApp allows ${maxEntries}`,
      hint: `Keep ${maxEntries}.`,
      whatsapp: INVALID,
    });
  for (const [index, entry] of value.entries())
    yield* textIssues(name.replace(/s$/, ""), known, entry, pointer(path, index));
}

function wrongType(path: string, message: string, hint: string): Issue {
  return error({ code: "wrong-type", path, message, hint, whatsapp: INVALID });
}

/** Fields of a write that are not declared as text: the constant, and the uploaded picture. */
const TAKEN: readonly string[] = ["messaging_product", "profile_picture_handle"];

function keyIssues(key: string): Issue[] {
  const known: readonly string[] = PROFILE_FIELD_NAMES;
  if (known.includes(key) || TAKEN.includes(key)) return [];
  const meant = closest(key, known);
  return [
    warning({
      code: "unknown-key",
      path: pointer("", key),
      message: `a business profile has no declarable field ${quote(key)}`,
      hint: meant === undefined ? `Use ${listing(known)}.` : `Did you mean ${meant}?`,
    }),
  ];
}

/** A declared field whose value in the account is another one. */
interface ProfileChange {
  field: ProfileFieldName;
  wanted: unknown;
  /** Absent when the account has none. */
  observed: unknown;
}

interface ProfileComparison {
  equal: boolean;
  changes: ProfileChange[];
}

function comparable(name: ProfileFieldName, value: unknown): unknown {
  const { comparable: own }: ProfileField = PROFILE_FIELDS[name];
  return (own === undefined ? value : own(value)) ?? "";
}

/**
 * What a write would have to change, for the fields that `wanted` declares. An unset field equals `""` and `[]`; a trailing
 * slash of a website does not count; the order of websites does.
 */
export function compareProfiles(wanted: BusinessProfileFields, observed: BusinessProfileFields): ProfileComparison {
  const changes = PROFILE_FIELD_NAMES.filter((name) => wanted[name] !== undefined)
    .filter(
      (name) => JSON.stringify(comparable(name, wanted[name])) !== JSON.stringify(comparable(name, observed[name])),
    )
    .map((name) => ({ field: name, wanted: wanted[name], observed: observed[name] }));
  return { equal: changes.length === 0, changes };
}
