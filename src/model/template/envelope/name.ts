import { error, type Issue, missing } from "../../issue.ts";
import { parentOf, quote } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";

/** Names of the templates that WhatsApp puts into every account: create answers 2388155. */
export const SAMPLE_TEMPLATE_NAMES: readonly string[] = [
  "hello_world",
  "sample_flight_confirmation",
  "sample_happy_hour_announcement",
  "sample_issue_resolution",
  "sample_movie_ticket_confirmation",
  "sample_purchase_feedback",
  "sample_shipping_confirmation",
];

const PATTERN = /^[a-z0-9_]+$/;

/**
 * The rules of a template's name: `^[a-z0-9_]+$`, at most {@link TEMPLATE_LIMITS}.name characters, not the name of one of
 * WhatsApp's sample templates.
 * @param path JSON pointer to the name
 */
export function lintTemplateName(name: unknown, path = "/name"): Issue[] {
  if (name === undefined)
    return [
      missing({
        code: "name-missing",
        path: parentOf(path),
        subject: "the template",
        what: "name",
        hint: "Add a name like order_shipped.",
        whatsapp: TEMPLATE_ANSWERS.name,
      }),
    ];
  if (typeof name !== "string")
    return [
      error({
        code: "wrong-type",
        path,
        message: `name is ${quote(name)}; WhatsApp expects a text`,
        hint: "Put it in quotes.",
      }),
    ];
  return [...nameIssues(name, path)];
}

function* nameIssues(name: string, path: string): Iterable<Issue> {
  const subject = `template name ${quote(name)}`;
  if (!PATTERN.test(name))
    yield error({
      code: "name-format",
      path,
      message: `${subject} may only have the lower case letters a to z, digits and underscores`,
      hint: suggestion(name),
      whatsapp: TEMPLATE_ANSWERS.name,
    });
  if (name.length > TEMPLATE_LIMITS.name)
    yield error({
      code: "name-too-long",
      path,
      message: `${subject} has ${name.length} characters; WhatsApp allows ${TEMPLATE_LIMITS.name}`,
      hint: `Shorten it by ${name.length - TEMPLATE_LIMITS.name}.`,
      whatsapp: TEMPLATE_ANSWERS.name,
    });
  if (SAMPLE_TEMPLATE_NAMES.includes(name))
    yield error({
      code: "name-of-sample",
      path,
      message: `${subject} belongs to a template that WhatsApp puts into every account`,
      hint: "Choose another name.",
      whatsapp: TEMPLATE_ANSWERS.sampleName,
    });
}

function suggestion(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return plain === "" ? "Write it like order_shipped." : `Write ${quote(plain)}.`;
}
