import type { JsonObject } from "../../json.ts";
import { LIMITS } from "../../tables/templates.ts";
import { emojiCount, hasMarkup, hasNewline, lengthOf } from "../../text/characters.ts";
import { variablesIn } from "../../text/variables.ts";
import type { TemplateContext } from "../components/served-component.ts";
import { refusal } from "../refusals.ts";

/** Where a button is in a request. */
export interface ButtonPlace {
  /** Counts the buttons of the component. */
  index: number;
  /** Graph's name of the button: `components[2]['buttons'][0]`. */
  path: string;
}

/** Errors of a send about the parameter of one button; the send supplies the wording around the details. */
export interface ParameterErrors {
  /** For a required parameter, or a required part of it, that is missing. */
  missing(what: string): Error;
  invalid(details: string): Error;
  /** Throws when a text that fills a variable has characters that no parameter may have. */
  checkFilling(text: string): void;
}

/** One kind of template button, as WhatsApp serves it. */
export interface ServedButton {
  /** How many buttons of the kind a template may have. */
  max: number;
  /** Required fields other than `type`. */
  required: readonly string[];
  /** Whether a carousel card may have it. */
  onCards?: boolean;
  /** Rules of a create or an edit that only this kind has. Throws the refusal of the first one that is broken. */
  check?(button: JsonObject, place: ButtonPlace, context: TemplateContext): void;
  /** The button as a read shows it; without this function, the fields as they were sent. */
  readBack?(button: JsonObject, context: TemplateContext): JsonObject;
  /** How the error details of a send name the kind; the kind itself by default. */
  label?: string;
  /** Whether a send can have a component with this kind as its `sub_type`. */
  isSubType?: boolean;
  /** The `sub_type` that a send uses instead of the kind's own name. */
  sentAs?: string;
  /** Whether a send may omit the button's `index`. */
  isIndexOptional?: boolean;
  /** Checks the parameter of a send; without this function, any parameter is accepted. */
  checkParameter?(button: JsonObject, parameter: JsonObject | undefined, errors: ParameterErrors): void;
}

/** The label of any button: short, plain text. */
export function checkLabel(text: unknown): void {
  if (text === undefined || text === null) return;
  const label = String(text);
  if (lengthOf(label) > LIMITS.buttonText) throw refusal("tooLong", "The text of a button", LIMITS.buttonText);
  if (variablesIn(label).length > 0 || hasNewline(label) || hasMarkup(label) || emojiCount(label) > 0)
    throw refusal("buttonFormat");
}
