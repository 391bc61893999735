import type { Issue } from "../../../issue.ts";
import { count, quote, SEARCHED } from "../../../text/index.ts";
import { ANSWERS, WORDS_PER_VARIABLE } from "../../tables/index.ts";
import { warning } from "../issues.ts";
import { findVariables, withoutVariables } from "./find-variables.ts";

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

// Languages without blanks between words (Chinese, Thai) need the segmenter's dictionaries, which take time to load.
let words: Intl.Segmenter | undefined;

/** How many words a text has, counted up to `enough`. */
function countWords(text: string, enough: number): number {
  words ??= new Intl.Segmenter("en", { granularity: "word" });
  let number = 0;
  for (const { isWordLike } of words.segment(text)) {
    if (isWordLike) number += 1;
    if (number >= enough) break;
  }
  return number;
}

function* edgeIssues(subject: string, text: string, path: string): Iterable<Issue> {
  const variables = findVariables(text);
  const [first, last] = [variables[0], variables.at(-1)];
  if (first === undefined || last === undefined) return;
  const before = text.slice(0, first.index);
  const after = text.slice(last.index + last.raw.length);
  for (const [edge, rest, raw] of [
    ["starts", before, first.raw],
    ["ends", after, last.raw],
  ] as const)
    if (!LETTER_OR_DIGIT.test(rest))
      yield warning(
        "variable-at-edge",
        path,
        `${subject} ${edge} with the variable ${raw}${rest.trim() === "" ? "" : ` (${quote(rest.trim())} does not count)`}; WhatsApp often refuses this`,
        edge === "starts" ? `Put a word before ${raw}.` : `Put a word after ${raw}.`,
        ANSWERS.variableAtEdge,
      );
}

/** What WhatsApp refuses in some reports and takes in others: edges, neighbours, too few words. All warnings. */
export function* placementIssues(subject: string, text: string, path: string): Iterable<Issue> {
  yield* edgeIssues(subject, text, path);
  const neighbours = /\{\{[^{}]*\}\}\s*\{\{[^{}]*\}\}/.exec(text)?.[0];
  if (neighbours !== undefined)
    yield warning(
      "variables-adjacent",
      path,
      `${subject} has variables next to each other: ${quote(neighbours)}; reviewers reject this (INVALID_FORMAT)`,
      "Put words between them.",
    );
  const variables = findVariables(text).length;
  const enough = WORDS_PER_VARIABLE.factor * variables + WORDS_PER_VARIABLE.extra;
  if (variables === 0 || text.length > SEARCHED) return;
  const found = countWords(withoutVariables(text, " "), enough);
  if (found < enough)
    yield warning(
      "few-words-per-variable",
      path,
      `${subject} has ${count(found, "word")} for ${count(variables, "variable")}; WhatsApp may want about ${enough}`,
      "Write more text around the variables, or use fewer.",
      ANSWERS.wordsPerVariable,
    );
}
