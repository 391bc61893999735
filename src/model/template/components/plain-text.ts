import { error, type Issue, tooLong, type WhatsAppAnswer } from "../../issue.ts";
import { emojisOf, quote, SEARCHED } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { withoutVariables } from "../variables/find-variables.ts";
import { noVariables } from "../variables/variable-issues.ts";

export interface PlainText {
  /** First part of the issues' codes: `header`. */
  code: string;
  whatsapp: WhatsAppAnswer;
  /** Whether `*bold*` and the like are refused, too. */
  markup: boolean;
}

/** What a plain line of text may not have: line breaks, emojis, formatting. */
export function* plainTextIssues(subject: string, text: string, path: string, rule: PlainText): Iterable<Issue> {
  const [emoji] = emojisOf(text);
  const markup = rule.markup ? markupOf(text) : undefined;
  const { whatsapp } = rule;
  if (/[\r\n]/.test(text))
    yield error({
      code: `${rule.code}-newline`,
      path,
      message: `${subject} ${quote(text)} has a line break; WhatsApp allows one line`,
      hint: "Write it in one line.",
      whatsapp,
    });
  if (emoji !== undefined)
    yield error({
      code: `${rule.code}-emoji`,
      path,
      message: `${subject} ${quote(text)} has the emoji ${emoji}; WhatsApp allows none here`,
      hint: "Remove it.",
      whatsapp,
    });
  if (markup !== undefined)
    yield error({
      code: `${rule.code}-markup`,
      path,
      message: `${subject} ${quote(text)} has ${quote(markup)}, which is formatting; WhatsApp allows none here`,
      hint: "Remove the formatting.",
      whatsapp,
    });
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

/** The rules of a text on a button: one short plain line. */
export function* labelTextIssues(subject: string, text: string, path: string): Iterable<Issue> {
  yield* tooLong({
    code: "button-label-too-long",
    path,
    subject,
    text,
    max: TEMPLATE_LIMITS.buttonLabel,
    whatsapp: TEMPLATE_ANSWERS.tooLong,
  });
  const whatsapp = TEMPLATE_ANSWERS.buttonLabel;
  yield* plainTextIssues(subject, text, path, { code: "button-label", whatsapp, markup: true });
  yield* noVariables(subject, text, path, "button-label-variable", whatsapp);
}
