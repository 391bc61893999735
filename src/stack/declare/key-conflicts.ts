import { SHORT_KEYS } from "../schema/content.ts";
import { error, type Finding } from "../source/finding.ts";
import { child, type LocatedMap, textOf } from "../source/located.ts";
import type { LanguageSource } from "./template-source.ts";

interface Conflict {
  key: string;
  with: readonly string[];
  code: string;
  because: string;
  hint: string;
}

const CONFLICTS: readonly Conflict[] = [
  {
    key: "components",
    with: SHORT_KEYS,
    code: "components-beside-short-form",
    because: "`components` holds WhatsApp's own components, and takes no short key beside it",
    hint: "Keep one of them. One that comes from an extended file is taken away by null.",
  },
  {
    key: "authentication",
    with: SHORT_KEYS.filter((key) => !["authentication", "variables"].includes(key)),
    code: "authentication-beside-other-parts",
    because: "WhatsApp writes the texts of an `authentication` template",
    hint: "Take it out, or write another category of template.",
  },
];

/** Keys of a language that exclude each other. */
export function keyConflicts(language: LocatedMap): Finding[] {
  return CONFLICTS.flatMap((conflict) => {
    const main = language.entries.get(conflict.key);
    if (main === undefined) return [];
    return conflict.with.flatMap((key) => {
      const beside = language.entries.get(key);
      if (beside === undefined) return [];
      const message = `\`${key}\` stands beside \`${conflict.key}\` (line ${main.keyPlace.line}): ${conflict.because}`;
      return [error({ code: conflict.code, at: beside.keyPlace, message, hint: conflict.hint })];
    });
  });
}

/** The short form of a login code under another category. */
export function authenticationCategory({ node, template }: LanguageSource): Finding[] {
  const login = node.entries.get("authentication");
  const category = child(node, "category") ?? child(template.node, "category");
  const name = textOf(category);
  if (login === undefined || category === undefined || name === undefined || name.toUpperCase() === "AUTHENTICATION")
    return [];
  const message = `\`authentication\` makes a template of category AUTHENTICATION, and this one is ${name}`;
  return [
    error({ code: "authentication-category", at: category.place, message, hint: "Write `category: AUTHENTICATION`." }),
  ];
}
