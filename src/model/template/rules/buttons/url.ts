import type { Issue } from "../../../issue.ts";
import { field, pointer, quote } from "../../../text/index.ts";
import { ANSWERS, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { has, type Part, textOf } from "../template-view.ts";
import { lengthIssues } from "../text-issues.ts";
import { findVariables, withoutVariables } from "../variables/index.ts";

const CHAT_HOSTS = ["wa.me", "api.whatsapp.com", "chat.whatsapp.com"];

function* addressIssues(subject: string, url: string, path: string): Iterable<Issue> {
  const bad = (why: string, hint: string) =>
    error("url-format", path, `${subject} ${quote(url)} ${why}`, hint, ANSWERS.urlFormat);
  const filled = withoutVariables(url, "x");
  if (!/^https?:\/\//i.test(url)) yield bad("does not begin with http:// or https://", "Write the whole address.");
  else if (/\s/.test(filled)) yield bad("has a blank", "Take it out, or write %20.");
  else if (!URL.canParse(filled)) yield bad("is no valid address", "Write it like https://example.com/track.");
  else if (CHAT_HOSTS.includes(new URL(filled).hostname))
    yield warning(
      "url-to-whatsapp",
      path,
      `${subject} ${quote(url)} leads into WhatsApp, which is refused for buttons`,
      "Lead to a page of your own, or use a quick reply.",
    );
  if (/^https?:\/\/[^/?#]*\{\{/i.test(url))
    yield warning(
      "url-variable-host",
      path,
      `${subject} ${quote(url)} has its variable in the host name; reviewers reject this`,
      "Write the host out.",
    );
}

function* urlVariableIssues(subject: string, url: string, path: string): Iterable<Issue> {
  const variables = findVariables(url);
  const [first] = variables;
  const bad = (why: string, hint: string) =>
    error("url-variable", path, `${subject} ${quote(url)} ${why}`, hint, ANSWERS.urlFormat);
  if (first === undefined) return;
  if (variables.length > 1)
    yield bad(`has ${variables.length} variables, WhatsApp allows 1`, "Keep the one at the end.");
  else if (first.index + first.raw.length !== url.length)
    yield bad(
      `has ${first.raw} before its end; a variable stands at the very end`,
      "Move it to the end of the address.",
    );
  if (first.raw !== "{{1}}")
    yield bad(`has ${first.raw}; in addresses the variable is always {{1}}, in named templates too`, "Write {{1}}.");
}

function* exampleIssues(button: Part, subject: string, url: string): Iterable<Issue> {
  const given = field(button.value, "example");
  const path = has(button, "example") ? pointer(button.path, "example") : button.path;
  const samples: readonly unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const [sample] = samples;
  if (findVariables(url).length === 0) {
    if (samples.length > 0)
      yield warning("url-example-surplus", path, `${subject} has an example, but no variable`, "Take example out.");
    return;
  }
  if (sample === undefined || (typeof sample === "string" && sample.trim() === ""))
    yield error(
      "url-example-missing",
      path,
      `${subject} ${quote(url)} has a variable and no example`,
      'Add "example": with the whole address, or what stands for {{1}}, in a list.',
      ANSWERS.missingField,
    );
  else if (samples.length > 1)
    yield warning("url-example-many", path, `${subject} has ${samples.length} examples for one variable`, "Keep one.");
  if (typeof sample === "string")
    yield* lengthIssues(`example of ${subject}`, sample, TEMPLATE_LIMITS.url, path, "url-too-long");
}

/** A URL button: http(s), up to 2000 characters, one `{{1}}` at the very end, with an example. */
export function* urlIssues(button: Part, subject: string): Iterable<Issue> {
  const url = textOf(button, "url");
  const path = pointer(button.path, "url");
  if (!has(button, "url"))
    yield error("url-missing", button.path, `${subject} (URL) has no url`, "Add url.", ANSWERS.buttonField);
  if (url === undefined) return;
  const name = `url of ${subject}`;
  yield* lengthIssues(name, url, TEMPLATE_LIMITS.url, path, "url-too-long");
  yield* addressIssues(name, url, path);
  yield* urlVariableIssues(name, url, path);
  yield* exampleIssues(button, name, url);
}
