import type { Issue } from "../../issue.ts";
import { error } from "../../template/rules/issues.ts";
import { count, field, isObject, type JsonObject, listing, quote, rowOf } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import { BUTTON_WANTS, type ButtonWants } from "../tables/button-wants.ts";
import type { GivenComponent, GivenPart } from "./given-part.ts";
import type { WantedButton } from "./template-part.ts";

/** The parameters of buttons against the template's buttons, by their places. */
export function* buttonIssues(wanted: readonly WantedButton[], given: GivenPart, where: string): Iterable<Issue> {
  const buttons = given.components.filter(({ type }) => type === "button");
  for (const [index, button] of wanted.entries()) {
    const own = buttons.find((one) => one.index === index);
    yield* oneButton(button, own, {
      subject: `button ${index}${where} (${named(button)})`,
      path: own?.path ?? given.path,
      index,
    });
  }
  for (const button of buttons.filter(({ index }) => index >= wanted.length))
    yield error(
      "button-unexpected",
      button.path,
      `the message gives a value to button ${button.index}${where}; the template has ${count(wanted.length, "button")} there, counted from 0`,
      "Take it out, or correct its index.",
    );
}

function named({ type, label }: WantedButton): string {
  return label === "" ? type : `${type} ${quote(label)}`;
}

interface ButtonPlace {
  subject: string;
  path: string;
  index: number;
}

function* oneButton(button: WantedButton, given: GivenComponent | undefined, place: ButtonPlace): Iterable<Issue> {
  const wants = rowOf(BUTTON_WANTS, button.type);
  if (wants === undefined) return;
  const { subject, path, index } = place;
  if (given !== undefined && !wants.subTypes.includes(given.subType)) {
    yield error(
      "button-mismatch",
      path,
      `${subject} ${wants.subTypes.length === 0 ? "takes no value" : `wants ${listing(wants.subTypes)}`}; the message gives ${quote(given.subType)}`,
      "Check the index: it counts all buttons of the template, from 0.",
      MESSAGE_ANSWERS.parameterFormat,
    );
    return;
  }
  const needed = wants.needed === "with a variable" ? button.hasVariable : wants.needed === "always";
  if (needed && !(given?.parameters.some((parameter) => carries(parameter, wants)) ?? false))
    yield error(
      "parameter-missing",
      path,
      `${subject} wants ${wants.what}, and the message has none`,
      `Add a button component with "sub_type": ${quote(wants.subTypes[0])}, "index": ${index} and ${wants.what}.`,
      MESSAGE_ANSWERS.missingParameter,
    );
  if (given !== undefined && given.parameters.length > 0 && wants.needed === "with a variable" && !button.hasVariable)
    yield error(
      "parameter-unexpected",
      path,
      `${subject} has a fixed address; the message gives it a value`,
      "Take the component out.",
    );
}

function carries(parameter: JsonObject, { parameter: type, inside }: ButtonWants): boolean {
  if (field(parameter, "type") !== type) return false;
  const value = field(parameter, type);
  if (inside === undefined) return value !== undefined && value !== "";
  return isObject(value) && field(value, inside) !== undefined;
}
