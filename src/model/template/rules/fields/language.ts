import type { Issue } from "../../../issue.ts";
import { closest, parentOf, quote } from "../../../text/index.ts";
import { ANSWERS, LANGUAGES } from "../../tables/index.ts";
import { error } from "../issues.ts";

function languageHint(language: string): string {
  const codes = Object.keys(LANGUAGES);
  const spelled = language.replaceAll("-", "_").toLowerCase();
  const exact = codes.find((code) => code.toLowerCase() === spelled);
  const byName = codes.find((code) => LANGUAGES[code]?.toLowerCase() === language.toLowerCase());
  const [base = ""] = spelled.split("_");
  const relatives = codes.filter((code) => code.toLowerCase().split("_")[0] === base);
  if (exact !== undefined || byName !== undefined) return `Write ${quote(exact ?? byName)}.`;
  if (relatives.length > 0) return `WhatsApp has ${relatives.join(", ")}.`;
  const near = closest(language, codes);
  return near === undefined
    ? "Use a code of WhatsApp's list, for example en_US, es_MX or pt_BR."
    : `Did you mean ${quote(near)} (${LANGUAGES[near]})?`;
}

/**
 * The rule of a template's language: one of WhatsApp's codes, with an underscore and a region in capitals.
 * @param path where the language stands: a JSON pointer
 */
export function lintLanguage(language: unknown, path = "/language"): Issue[] {
  if (language === undefined)
    return [
      error(
        "language-missing",
        parentOf(path),
        "the template has no language",
        "Add a code like en_US.",
        ANSWERS.language,
      ),
    ];
  if (typeof language !== "string")
    return [error("wrong-type", path, `language is ${quote(language)}, WhatsApp expects a text`, "Put it in quotes.")];
  if (Object.hasOwn(LANGUAGES, language)) return [];
  return [
    error(
      "language-unknown",
      path,
      `language ${quote(language)} is not one that WhatsApp supports for templates`,
      languageHint(language),
      ANSWERS.language,
    ),
  ];
}
