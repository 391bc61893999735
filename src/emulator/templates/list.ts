import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, notOneOf } from "../graph/errors.ts";
import { decoded, isObject, type Json, type JsonObject, listOf, numberOf, textOf, upperOf } from "../json.ts";
import type { Account, TemplateRecord } from "../store/state.ts";
import {
  templateCategory,
  templateLanguage,
  templateName,
  templateSource,
  templateStatus,
} from "../store/templates.ts";
import { LANGUAGE_NAMES } from "../tables/languages.ts";
import { CATEGORIES, QUALITY_SCORES, STATUSES } from "../tables/templates.ts";

type Test = (template: TemplateRecord) => boolean;

/** One value or several: "A", "A,B" or a JSON array. */
function valuesOf(value: Json): string[] {
  const list = decoded(value);
  return Array.isArray(list)
    ? list.map(String)
    : String(list)
        .split(",")
        .map((entry) => entry.trim());
}

/** The values of a filter, which must all be known. */
function knownValues(name: string, values: string[], known: readonly string[]): string[] {
  const wrong = values.find((entry) => !known.includes(entry));
  if (wrong !== undefined) throw notOneOf(name, known, wrong);
  return values;
}

/** Milliseconds of a filter's time in seconds. */
function timeOf(name: string, value: Json): number {
  const seconds = numberOf(value);
  if (seconds === undefined) throw invalidParameter(`Param ${name} must be an integer.`);
  return seconds * PERIODS.SECOND;
}

function contentOf(template: TemplateRecord): string {
  return listOf(template.shown.components)
    .filter(isObject)
    .map((component) => textOf(component.text) ?? "")
    .join("\n")
    .toLowerCase();
}

/** Filters of the list edge. Whether `name` matches a part of it or all of it is not documented: a switch decides. */
const TESTS: Readonly<Record<string, (value: Json, emulator: EmulatorContext) => Test>> = {
  name: (value, { switches }) => {
    const part = String(value);
    return (template) =>
      switches.nameFilter === "exact" ? templateName(template) === part : templateName(template).includes(part);
  },
  content: (value) => (template) => contentOf(template).includes(String(value).toLowerCase()),
  name_or_content: (value) => (template) =>
    templateName(template).includes(String(value)) || contentOf(template).includes(String(value).toLowerCase()),
  language: (value) => {
    const values = knownValues("language", valuesOf(value), Object.keys(LANGUAGE_NAMES));
    return (template) => values.includes(templateLanguage(template));
  },
  category: (value) => {
    const values = knownValues("category", valuesOf(value).map(upperOf), CATEGORIES);
    return (template) => values.includes(templateCategory(template));
  },
  status: (value) => {
    const values = knownValues("status", valuesOf(value).map(upperOf), STATUSES);
    return (template) => values.includes(templateStatus(template));
  },
  quality_score: (value) => {
    const values = knownValues("quality_score", valuesOf(value).map(upperOf), QUALITY_SCORES);
    return (template) => {
      const score = template.shown.quality_score ?? template.asked.quality_score;
      return values.includes(upperOf(isObject(score) ? score.score : score));
    };
  },
  source: (value) => (template) => valuesOf(value).map(upperOf).includes(templateSource(template)),
  since: (value) => {
    const first = timeOf("since", value);
    return (template) => template.updated >= first;
  },
  until: (value) => {
    const last = timeOf("until", value);
    return (template) => template.updated <= last;
  },
};

/** Templates of an account that match every filter among the parameters. */
export function filteredTemplates(
  emulator: EmulatorContext,
  account: Account,
  parameters: JsonObject,
): TemplateRecord[] {
  const tests = Object.entries(TESTS).flatMap(([name, test]) => {
    const value = parameters[name];
    return value === undefined || value === "" ? [] : [test(value, emulator)];
  });
  return account.templates.filter((template) => tests.every((test) => test(template)));
}

/** The `summary` of a list: the counts that the parameter names; `total_count` if it names no known one. */
export function listSummary(account: Account, asked: Json, found: number, limit: number): JsonObject {
  const counts: JsonObject = {
    total_count: found,
    message_template_count: account.templates.length,
    message_template_limit: limit,
    are_translations_complete: true,
  };
  const names = valuesOf(asked);
  const chosen = Object.entries(counts).filter(([name]) => names.includes(name));
  return chosen.length > 0 ? Object.fromEntries(chosen) : { total_count: found };
}
