import { error, type Issue } from "../../issue.ts";
import { type ButtonRequirement, buttonKind, HEADER_FORMATS, type TemplateBody } from "../../template/index.ts";
import { count, field, isObject, type JsonObject, listing, pointer, quote, rowOf } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import {
  component,
  type GivenComponent,
  type GivenPart,
  givenPart,
  placed,
  placeOf,
  type TemplateButtonPart,
  type TemplateHeader,
  type TemplatePart,
  templatePart,
} from "./parts.ts";
import { type Subject, variableIssues } from "./variables.ts";

const TEMPLATE = "/template";

/**
 * What a template message lacks, or has too much, according to the template's definition (a body of the create call, or an
 * element of a list): header, body, buttons, limited-time offer and the cards of a carousel; each missing variable by its
 * name or number. `path` is a JSON pointer into the message. Issues of {@link lintMessage} are not repeated. Never throws.
 */
export function checkTemplateParameters(message: object, template: TemplateBody): Issue[] {
  const sent = isObject(message) ? field(message, "template") : undefined;
  if (!isObject(sent))
    return [
      error({
        code: "not-a-template",
        path: "",
        message: "this is not a template message",
        hint: 'Add "type": "template" and "template".',
      }),
    ];
  const components = field(sent, "components");
  const given = givenPart(components, components === undefined ? TEMPLATE : `${TEMPLATE}/components`);
  return [...identityIssues(sent, template), ...partIssues(templatePart(template), given, "")];
}

function identityIssues(sent: JsonObject, template: TemplateBody): Issue[] {
  const language = field(sent, "language");
  const code = isObject(language) ? field(language, "code") : undefined;
  const differing = (what: string, path: string, given: unknown, own: string) =>
    given === own || given === undefined
      ? []
      : [
          error({
            code: "other-template",
            path,
            message: `the message has the ${what} ${quote(given)}; the template has ${quote(own)}`,
            hint: `Write ${quote(own)}, or compare with another template.`,
            whatsapp: MESSAGE_ANSWERS.templateUnknown,
          }),
        ];
  return [
    ...differing("template name", `${TEMPLATE}/name`, field(sent, "name"), template.name),
    ...differing("language", `${TEMPLATE}/language/code`, code, template.language),
  ];
}

/** @param where "" or " of card 2" */
function partIssues(template: TemplatePart, given: GivenPart, where: string): Issue[] {
  const header = component(given, "header");
  const body = component(given, "body");
  const { named } = template;
  return [
    ...headerIssues(
      { subject: `the header${where}`, path: header?.path ?? given.path },
      template.header,
      named,
      header,
    ),
    ...variableIssues(
      { subject: `the body${where}`, path: body?.path ?? given.path },
      { variables: template.body, named, text: template.bodyText },
      body,
    ),
    ...offerIssues(template, given),
    ...buttonIssues(template.buttons, given, where),
    ...cardIssues(template.cards, given),
  ];
}

function headerIssues(
  place: Subject,
  header: TemplateHeader | undefined,
  named: boolean,
  given: GivenComponent | undefined,
): Issue[] {
  const required = header === undefined ? undefined : rowOf(HEADER_FORMATS, header.format)?.parameter;
  if (required === undefined)
    return variableIssues(place, { variables: header?.variables ?? [], named, text: header?.text ?? "" }, given);
  const types = given?.parameters.map((parameter) => field(parameter, "type")) ?? [];
  if (types.length === 1 && types[0] === required) return [];
  const has = types.length === 0 ? "none" : types.map((type) => quote(type)).join(", ");
  return [
    error({
      code: types.length === 0 ? "parameter-missing" : "header-mismatch",
      path: place.path,
      message: `${place.subject} requires one parameter of type ${quote(required)}; the message has ${has}`,
      hint:
        types.length === 0
          ? "Add it: the sample that was uploaded with the template is never sent."
          : `Use one parameter of type ${quote(required)}.`,
      whatsapp: MESSAGE_ANSWERS.parameterFormat,
    }),
  ];
}

function offerIssues({ offerExpires }: TemplatePart, given: GivenPart): Issue[] {
  if (!offerExpires || (component(given, "limited_time_offer")?.parameters.length ?? 0) > 0) return [];
  return [
    error({
      code: "parameter-missing",
      path: given.path,
      message: "the template's offer expires; the message has no expiration time",
      hint: 'Add a limited_time_offer component with "expiration_time_ms".',
      whatsapp: MESSAGE_ANSWERS.missingParameter,
    }),
  ];
}

/** The parameters of buttons against the template's buttons, by their places. */
function* buttonIssues(buttons: readonly TemplateButtonPart[], given: GivenPart, where: string): Iterable<Issue> {
  const sent = given.components.filter(({ type }) => type === "button");
  for (const [index, button] of buttons.entries()) {
    const own = sent.find((one) => one.index === index);
    const name = button.label === "" ? button.type : `${button.type} ${quote(button.label)}`;
    const place = { subject: `button ${index}${where} (${name})`, path: own?.path ?? given.path };
    const send: ButtonRequirement | undefined = buttonKind(button.type)?.send;
    if (send !== undefined) yield* oneButtonIssues(place, index, button, send, own);
  }
  for (const button of sent.filter(({ index }) => index >= buttons.length))
    yield error({
      code: "button-unexpected",
      path: button.path,
      message: `the message has a value for button ${button.index}${where}; the template has ${count(buttons.length, "button")} there, counted from 0`,
      hint: "Remove it, or correct its index.",
    });
}

function* oneButtonIssues(
  { subject, path }: Subject,
  index: number,
  { hasVariable }: TemplateButtonPart,
  { subTypes, required, parameter }: ButtonRequirement,
  given: GivenComponent | undefined,
): Iterable<Issue> {
  if (given !== undefined && !subTypes.includes(given.subType)) {
    yield error({
      code: "button-mismatch",
      path,
      message: `${subject} ${subTypes.length === 0 ? "takes no value" : `requires ${listing(subTypes)}`}; the message has ${quote(given.subType)}`,
      hint: "Check the index: it counts all buttons of the template, from 0.",
      whatsapp: MESSAGE_ANSWERS.parameterFormat,
    });
    return;
  }
  const isRequired = required === "always" || (required === "with a variable" && hasVariable);
  if (isRequired && parameter !== undefined && !given?.parameters.some((one) => carries(one, parameter)))
    yield error({
      code: "parameter-missing",
      path,
      message: `${subject} requires ${parameter.description}; the message has none`,
      hint: `Add a button component with "sub_type": ${quote(subTypes[0])}, "index": ${index} and ${parameter.description}.`,
      whatsapp: MESSAGE_ANSWERS.missingParameter,
    });
  if (given !== undefined && given.parameters.length > 0 && required === "with a variable" && !hasVariable)
    yield error({
      code: "parameter-unexpected",
      path,
      message: `${subject} has a fixed URL; the message has a value for it`,
      hint: "Remove the component.",
    });
}

function carries(given: JsonObject, { type, key }: NonNullable<ButtonRequirement["parameter"]>): boolean {
  if (field(given, "type") !== type) return false;
  const value = field(given, type);
  if (key === undefined) return value !== undefined && value !== "";
  return isObject(value) && field(value, key) !== undefined;
}

/** Each card of the message against the template's; a message has as many as the template, unless they show products. */
function cardIssues(cards: readonly TemplatePart[], given: GivenPart): Issue[] {
  const carousel = component(given, "carousel");
  const sent = carousel === undefined ? [] : placed(field(carousel.value, "cards"), pointer(carousel.path, "cards"));
  const showsProducts = cards[0]?.header?.format === "PRODUCT";
  const fits = showsProducts ? sent.length > 0 : sent.length === cards.length;
  const parts = sent.flatMap(({ value, path }, index) => {
    const place = placeOf(field(value, "card_index"), index);
    const card = cards[showsProducts ? 0 : place];
    const components = givenPart(field(value, "components"), pointer(path, "components"));
    return card === undefined ? [] : partIssues(card, components, ` of card ${place}`);
  });
  if (fits) return parts;
  return [
    error({
      code: sent.length === 0 ? "parameter-missing" : "card-count",
      path: carousel?.path ?? given.path,
      message: `the template has ${count(cards.length, "card")}; the message has ${sent.length === 0 ? "none" : sent.length}`,
      hint: "Add a carousel component with all cards.",
      whatsapp: MESSAGE_ANSWERS.parameterCount,
    }),
    ...parts,
  ];
}
