import { error, type Issue, missing, tooLong, warning } from "../../issue.ts";
import { field, type JsonObject, pointer, quote } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { deepLink, oneText, text } from "../field-shapes.ts";
import type { ButtonFill, ButtonKind } from "../kinds.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { withUrlSample } from "../variables/canonical-samples.ts";
import { findVariables, withoutVariables } from "../variables/find-variables.ts";
import { has, type Part, textOf } from "../view.ts";

const CHAT_HOSTS = ["wa.me", "api.whatsapp.com", "chat.whatsapp.com"];

/** The value of `{{1}}` at the end of an address. */
export const urlEnding: ButtonFill<{ index: number; url: string }> = {
  key: "url",
  subType: "url",
  parameters: ({ url }) => [{ type: "text", text: url }],
  flag: { kind: "url", value: (index, url) => ({ index, url }) },
};

/** Opens an address, which may end with a variable: `{{1}}` at the very end, with an example. */
export const url: ButtonKind<"URL", { index: number; url: string }> = {
  type: "URL",
  max: 2,
  label: { policy: "required" },
  onCards: true,
  fields: {
    url: { shape: text },
    example: { shape: oneText },
    app_deep_link: { shape: deepLink, readBack: "sometimes" },
  },
  rules: urlIssues,
  canonical: (button: JsonObject) => withUrlSample(button),
  send: {
    subTypes: ["url"],
    // Recorded: 131008 "Button at index 0 of type Url requires a parameter".
    required: "with a variable",
    parameter: { type: "text", description: "the end of its URL (text)" },
    fill: urlEnding,
  },
};

function* urlIssues(button: Part, subject: string): Iterable<Issue> {
  const address = textOf(button, "url");
  const path = pointer(button.path, "url");
  if (!has(button, "url"))
    yield missing({
      code: "url-missing",
      path: button.path,
      subject: `${subject} (URL)`,
      what: "url",
      hint: "Add url.",
      whatsapp: TEMPLATE_ANSWERS.buttonField,
    });
  if (address === undefined) return;
  const name = `url of ${subject}`;
  yield* lengthIssues(name, address, path);
  yield* addressIssues(name, address, path);
  yield* variableIssues(name, address, path);
  yield* exampleIssues(button, name, address);
}

function lengthIssues(subject: string, address: string, path: string): Iterable<Issue> {
  return tooLong({
    code: "url-too-long",
    path,
    subject,
    text: address,
    max: TEMPLATE_LIMITS.url,
    whatsapp: TEMPLATE_ANSWERS.tooLong,
  });
}

function* addressIssues(subject: string, address: string, path: string): Iterable<Issue> {
  const invalid = (why: string, hint: string) =>
    error({
      code: "url-format",
      path,
      message: `${subject} ${quote(address)} ${why}`,
      hint,
      whatsapp: TEMPLATE_ANSWERS.urlFormat,
    });
  const filled = withoutVariables(address, "x");
  if (!/^https?:\/\//i.test(address))
    yield invalid("does not begin with http:// or https://", "Write the complete URL.");
  else if (/\s/.test(filled)) yield invalid("contains a space", "Remove it, or write %20.");
  else if (!URL.canParse(filled)) yield invalid("is not a valid URL", "Write it like https://example.com/track.");
  else if (CHAT_HOSTS.includes(new URL(filled).hostname))
    yield warning({
      code: "url-to-whatsapp",
      path,
      message: `${subject} ${quote(address)} leads to WhatsApp; WhatsApp refuses this for buttons`,
      hint: "Link to a page of your own, or use a quick reply.",
    });
  if (/^https?:\/\/[^/?#]*\{\{/i.test(address))
    yield warning({
      code: "url-variable-host",
      path,
      message: `${subject} ${quote(address)} has its variable in the host name; reviewers reject this`,
      hint: "Write out the host name.",
    });
}

function* variableIssues(subject: string, address: string, path: string): Iterable<Issue> {
  const variables = findVariables(address);
  const [first] = variables;
  const invalid = (why: string, hint: string) =>
    error({
      code: "url-variable",
      path,
      message: `${subject} ${quote(address)} ${why}`,
      hint,
      whatsapp: TEMPLATE_ANSWERS.urlFormat,
    });
  if (first === undefined) return;
  if (variables.length > 1)
    yield invalid(`has ${variables.length} variables; WhatsApp allows 1`, "Keep the one at the end.");
  else if (first.index + first.raw.length !== address.length)
    yield invalid(
      `has ${first.raw} before its end; WhatsApp allows a variable only at the very end`,
      "Move it to the end of the URL.",
    );
  if (first.raw !== "{{1}}")
    yield invalid(
      `has ${first.raw}; the variable of a URL is always {{1}}, in templates with named variables, too`,
      "Write {{1}}.",
    );
}

function* exampleIssues(button: Part, subject: string, address: string): Iterable<Issue> {
  const given = field(button.value, "example");
  const path = has(button, "example") ? pointer(button.path, "example") : button.path;
  const samples: readonly unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const [sample] = samples;
  if (findVariables(address).length === 0) {
    if (samples.length > 0)
      yield warning({
        code: "url-example-surplus",
        path,
        message: `${subject} has an example but no variable`,
        hint: "Remove example.",
      });
    return;
  }
  if (sample === undefined || (typeof sample === "string" && sample.trim() === ""))
    yield error({
      code: "url-example-missing",
      path,
      message: `${subject} ${quote(address)} has a variable but no example`,
      hint: 'Add "example": a list with the complete URL, or with the value of {{1}}.',
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  else if (samples.length > 1)
    yield warning({
      code: "url-example-many",
      path,
      message: `${subject} has ${samples.length} examples for one variable`,
      hint: "Keep one.",
    });
  if (typeof sample === "string") yield* lengthIssues(`example of ${subject}`, sample, path);
}
