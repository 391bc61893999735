import type { Issue } from "../../issue.ts";
import type { TemplateBody } from "../../template/index.ts";
import { error } from "../../template/rules/issues.ts";
import { field, isObject, type JsonObject, quote } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import { buttonIssues } from "./buttons.ts";
import { cardPairs } from "./cards.ts";
import { component, type GivenPart, givenPart } from "./given-part.ts";
import { headerIssues } from "./header.ts";
import { type WantedPart, wantedOf } from "./template-part.ts";
import { variableIssues } from "./variables.ts";

const TEMPLATE = "/template";

/**
 * What a template message lacks, or has too much, by the template's own definition (a body of the create call, or an element
 * of a list): header, body, buttons, limited-time offer and the cards of a carousel; each missing variable by its name or
 * number. `path` is a JSON pointer into the message. What {@link lintMessage} finds is not repeated. Never throws.
 */
export function checkTemplateParameters(message: object, template: TemplateBody): Issue[] {
  const sent = isObject(message) ? field(message, "template") : undefined;
  if (!isObject(sent))
    return [error("not-a-template", "", "this is no template message", 'Give it "type": "template" and "template".')];
  const components = field(sent, "components");
  const given = givenPart(components, components === undefined ? TEMPLATE : `${TEMPLATE}/components`);
  return [...identityIssues(sent, template), ...partIssues(wantedOf(template), given, "")];
}

function identityIssues(sent: JsonObject, template: TemplateBody): Issue[] {
  const language = field(sent, "language");
  const code = isObject(language) ? field(language, "code") : undefined;
  const differing = (what: string, path: string, given: unknown, own: string) =>
    given === own || given === undefined
      ? []
      : [
          error(
            "other-template",
            path,
            `the message names the ${what} ${quote(given)}, the template's is ${quote(own)}`,
            `Write ${quote(own)}, or compare with another template.`,
            MESSAGE_ANSWERS.templateUnknown,
          ),
        ];
  return [
    ...differing("template", `${TEMPLATE}/name`, field(sent, "name"), template.name),
    ...differing("language", `${TEMPLATE}/language/code`, code, template.language),
  ];
}

function partIssues(wanted: WantedPart, given: GivenPart, where: string): Issue[] {
  const header = component(given, "header");
  const body = component(given, "body");
  const cards = cardPairs(wanted.cards, given);
  return [
    ...headerIssues(
      { subject: `the header${where}`, path: header?.path ?? given.path },
      wanted.header,
      wanted.named,
      header,
    ),
    ...variableIssues(
      { subject: `the body${where}`, path: body?.path ?? given.path },
      { variables: wanted.body, named: wanted.named, text: wanted.bodyText },
      body,
    ),
    ...offerIssues(wanted, given),
    ...buttonIssues(wanted.buttons, given, where),
    ...cards.issues,
    ...cards.pairs.flatMap((card) => partIssues(card.wanted, card.given, card.where)),
  ];
}

function offerIssues({ offerExpires }: WantedPart, given: GivenPart): Issue[] {
  if (!offerExpires || (component(given, "limited_time_offer")?.parameters.length ?? 0) > 0) return [];
  return [
    error(
      "parameter-missing",
      given.path,
      "the template's offer ends at a time, and the message does not say when",
      'Add a limited_time_offer component with "expiration_time_ms".',
      MESSAGE_ANSWERS.missingParameter,
    ),
  ];
}
