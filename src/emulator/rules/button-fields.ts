import { invalidParameter, notOneOf } from "../graph/errors.ts";
import { GraphError } from "../graph/graph-error.ts";
import { type JsonObject, rowOf, upperOf } from "../json.ts";
import { FLOW_ACTIONS } from "../tables/template-enums.ts";
import { LIMITS } from "../tables/template-limits.ts";
import { emojiCount, hasMarkup, hasNewline, lengthOf } from "../text/characters.ts";
import { variablesIn } from "../text/variables.ts";
import { refusal } from "./refusal.ts";
import { sampleList } from "./samples.ts";

/** A check of one kind of button. `index` counts the template's buttons, `path` is how Graph names the button. */
type ButtonCheck = (button: JsonObject, index: number, path: string) => void;

const checkUrl: ButtonCheck = (button, index) => {
  const url = String(button.url);
  if (lengthOf(url) > LIMITS.buttonUrl) throw refusal("tooLong", "The URL of a button", LIMITS.buttonUrl);
  const variables = variablesIn(url);
  const endsRight = variables.length === 0 || (variables.length === 1 && /\{\{\s*1\s*\}\}$/.test(url));
  if (!/^https?:\/\/[^\s{]/i.test(url) || !endsRight) throw refusal("buttonUrl", index);
  if (variables.length > 0 && !sampleList(button.example).some((sample) => String(sample).trim() !== "")) {
    throw refusal("missingFields", "BUTTONS", "example");
  }
};

const checkPhoneNumber: ButtonCheck = (button, _index, path) => {
  const number = String(button.phone_number);
  const digits = number.replace(/[\s().-]/g, "").replace(/^\+/, "");
  if (number.length > LIMITS.phoneNumber || !/^[1-9]\d{6,14}$/.test(digits)) {
    throw new GraphError({ message: `(#192) Param ${path}['phone_number'] is not a valid phone number.`, code: 192 });
  }
};

const checkCopyCode: ButtonCheck = (button, index) => {
  const [sample] = sampleList(button.example);
  if (sample === undefined || String(sample).trim() === "") throw refusal("buttonMissingFields", index, "example");
  if (lengthOf(String(sample)) > LIMITS.copyCode)
    throw refusal("tooLong", "The sample of a copy code button", LIMITS.copyCode);
};

const checkFlow: ButtonCheck = (button, index, path) => {
  const given = ["flow_id", "flow_name", "flow_json"].filter(
    (field) => button[field] !== undefined && button[field] !== "",
  );
  if (given.length === 0) throw refusal("buttonMissingFields", index, "flow_id");
  if (given.length > 1) throw invalidParameter(`Only one of ${given.join(", ")} can be given for ${path}`);
  const actions: readonly string[] = FLOW_ACTIONS;
  if (button.flow_action !== undefined && !actions.includes(upperOf(button.flow_action))) {
    throw notOneOf(`${path}['flow_action']`, actions, button.flow_action);
  }
};

const CHECKS: Readonly<Record<string, ButtonCheck>> = {
  URL: checkUrl,
  PHONE_NUMBER: checkPhoneNumber,
  COPY_CODE: checkCopyCode,
  FLOW: checkFlow,
};

export function checkButtonText(text: unknown): void {
  if (text === undefined || text === null) return;
  const label = String(text);
  if (lengthOf(label) > LIMITS.buttonText) throw refusal("tooLong", "The text of a button", LIMITS.buttonText);
  if (variablesIn(label).length > 0 || hasNewline(label) || hasMarkup(label) || emojiCount(label) > 0)
    throw refusal("buttonFormat");
}

/** The checks that only one kind of button has. */
export const checkButtonFields: ButtonCheck = (button, index, path) =>
  rowOf(CHECKS, upperOf(button.type))?.(button, index, path);
