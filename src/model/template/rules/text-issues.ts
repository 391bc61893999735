import type { Issue } from "../../issue.ts";
import { emojisOf, quote, SEARCHED, textLength } from "../../text/index.ts";
import { ANSWERS, type WhatsAppAnswer } from "../tables/index.ts";
import { error, warning } from "./issues.ts";
import { withoutVariables } from "./variables/index.ts";

/**
 * Length of a text. WhatsApp does not say what a character is: above the limit in code points it is one too many however
 * it counts (error); above it in UTF-16 units only, where an emoji is two, it may be (warning).
 */
export function* lengthIssues(
  subject: string,
  text: string,
  limit: number,
  path: string,
  code: string,
): Iterable<Issue> {
  const { codePoints, utf16 } = textLength(text);
  if (codePoints > limit)
    yield error(
      code,
      path,
      `${subject} ${quote(text)} has ${codePoints} characters, WhatsApp allows ${limit}`,
      `Shorten it by ${codePoints - limit}.`,
      ANSWERS.tooLong,
    );
  else if (utf16 > limit)
    yield warning(
      code,
      path,
      `${subject} ${quote(text)} has ${codePoints} characters, but ${utf16} where an emoji counts as two; WhatsApp allows ${limit}`,
      `Shorten it by ${utf16 - limit} to be safe.`,
      ANSWERS.tooLong,
    );
}

/** A character that WhatsApp would read as formatting: any `*`, a pair of `_` or `~` around words, or backticks. */
function markupOf(text: string): string | undefined {
  const rest = withoutVariables(text.slice(0, SEARCHED), "x");
  if (rest.includes("*")) return "*";
  return (
    /(?<![\p{L}\p{N}])([_~])(?!\s)[^\n]*?(?<!\s)\1(?![\p{L}\p{N}])/u.exec(rest)?.[1] ??
    /```|`[^`]+`/.exec(rest)?.[0].slice(0, 1)
  );
}

export interface PlainText {
  /** First part of the issues' codes: `header`. */
  code: string;
  answer: WhatsAppAnswer;
  /** Whether `*bold*` and the like are refused, too. */
  markup: boolean;
}

/** What texts in one plain line may not have: newlines, emojis, formatting. */
export function* plainTextIssues(subject: string, text: string, path: string, rule: PlainText): Iterable<Issue> {
  const [emoji] = emojisOf(text);
  const markup = rule.markup ? markupOf(text) : undefined;
  if (/[\r\n]/.test(text))
    yield error(
      `${rule.code}-newline`,
      path,
      `${subject} ${quote(text)} has a line break; WhatsApp wants one line`,
      "Write it in one line.",
      rule.answer,
    );
  if (emoji !== undefined)
    yield error(
      `${rule.code}-emoji`,
      path,
      `${subject} ${quote(text)} has the emoji ${emoji}; WhatsApp allows none there`,
      "Take it out.",
      rule.answer,
    );
  if (markup !== undefined)
    yield error(
      `${rule.code}-markup`,
      path,
      `${subject} ${quote(text)} has ${quote(markup)}, which is formatting; WhatsApp allows none there`,
      "Take the formatting out.",
      rule.answer,
    );
}
