import type { Json, JsonObject } from "../../json.ts";
import { LIMITS } from "../../tables/templates.ts";
import { lengthOf } from "../../text/characters.ts";
import { variablesIn } from "../../text/variables.ts";
import { refusal } from "../refusals.ts";
import { sampleList } from "../samples.ts";
import type { ParameterErrors, ServedButton } from "./served-button.ts";

/** The sample of a dynamic URL may be the whole URL or only the variable's value. Reads show the whole URL. */
function fullUrls(button: JsonObject): Json[] {
  return sampleList(button.example).map((sample) => {
    const text = String(sample);
    return /^https?:\/\//i.test(text) ? text : String(button.url).replace(/\{\{\s*1\s*\}\}/, text);
  });
}

/** The parameter that completes a dynamic URL. */
export function checkUrlParameter(
  button: JsonObject,
  parameter: JsonObject | undefined,
  { missing, invalid, checkFilling }: ParameterErrors,
): void {
  const value = parameter?.text ?? parameter?.payload;
  if (value === undefined || value === "") throw missing("a parameter");
  checkFilling(String(value));
  const length = lengthOf(String(button.url ?? "")) + lengthOf(String(value));
  if (length > LIMITS.buttonUrl) throw invalid(`exceeds the parameter length limit ${LIMITS.buttonUrl}`);
}

export const url: ServedButton = {
  max: 2,
  required: ["text", "url"],
  onCards: true,
  label: "Url",
  isSubType: true,
  check(button, { index }) {
    const target = String(button.url);
    if (lengthOf(target) > LIMITS.buttonUrl) throw refusal("tooLong", "The URL of a button", LIMITS.buttonUrl);
    const variables = variablesIn(target);
    const endsRight = variables.length === 0 || (variables.length === 1 && /\{\{\s*1\s*\}\}$/.test(target));
    if (!/^https?:\/\/[^\s{]/i.test(target) || !endsRight) throw refusal("buttonUrl", index);
    if (variables.length > 0 && !sampleList(button.example).some((sample) => String(sample).trim() !== "")) {
      throw refusal("missingFields", "BUTTONS", "example");
    }
  },
  readBack: ({ example, ...button }) =>
    example === undefined ? button : { ...button, example: fullUrls({ ...button, example }) },
  checkParameter(button, parameter, errors) {
    const isDynamic = variablesIn(String(button.url ?? "")).length > 0;
    if (isDynamic) checkUrlParameter(button, parameter, errors);
    else if (parameter !== undefined) throw errors.invalid("of type Url does not accept parameters");
  },
};
