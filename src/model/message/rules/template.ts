import { z } from "zod";
import { lintLanguage } from "../../template/index.ts";
import { quote } from "../../text/index.ts";
import { BUTTON_SUB_TYPES, MESSAGE_ANSWERS, MESSAGE_LIMITS, PARAMETER_COMPONENTS } from "../tables/index.ts";
import { obeys, type Problem } from "./problem.ts";
import { parametersShape } from "./template-parameter.ts";
import { listOf, number, object, oneOf, place, text, words } from "./values.ts";

const code = text.check(
  obeys(function* (value) {
    for (const { code, message, hint } of lintLanguage(value))
      yield { code, message, hint, whatsapp: MESSAGE_ANSWERS.templateUnknown };
  }),
);

interface Button {
  type: string;
  sub_type?: string | undefined;
  index?: string | number | undefined;
}

function* buttonPlace({ type, sub_type, index }: Button): Iterable<Problem> {
  if (type.toLowerCase() !== "button") return;
  const missing = (name: string, hint: string): Problem => ({
    code: "parameter-missing",
    message: `the button has no ${name}`,
    hint,
    whatsapp: MESSAGE_ANSWERS.missingParameter,
  });
  if (sub_type === undefined) yield missing("sub_type", 'Add "sub_type": url, quick_reply, copy_code …');
  // Meta's own sample of a call button has none.
  if (index === undefined && sub_type?.toLowerCase() !== "voice_call")
    yield missing("index", 'Add "index": its place among all buttons, from 0.');
  if (index !== undefined && Number(index) > MESSAGE_LIMITS.buttonIndex)
    yield {
      code: "button-index",
      at: ["index"],
      message: `the button's index is ${quote(String(index))}; a template has up to ten buttons, counted from 0`,
      hint: "Write its place among all buttons, from 0.",
      whatsapp: MESSAGE_ANSWERS.parameterValue,
    };
}

const fields = {
  type: oneOf("The type of the component", PARAMETER_COMPONENTS, { anyCase: true }),
  sub_type: oneOf("The sub_type of the button", BUTTON_SUB_TYPES, { anyCase: true }).optional(),
  index: place.optional(),
  parameters: parametersShape.optional(),
};

const ofCard = object(fields).check(obeys(buttonPlace));

const card = object({ card_index: number, components: listOf(ofCard, "components") });

const component = object({ ...fields, cards: listOf(card, "cards").optional() }).check(obeys(buttonPlace));

const name = words("The template's name", MESSAGE_LIMITS.templateName).check(
  obeys(function* (value) {
    if (/^[a-z0-9_]*$/.test(value)) return;
    yield {
      code: "template-name",
      message: `the template's name ${quote(value)} has other characters than a to z, 0 to 9 and _`,
      hint: "Write it as the template was created.",
      whatsapp: MESSAGE_ANSWERS.templateUnknown,
    };
  }),
);

export const templateShape = object({
  name,
  language: object({
    code,
    policy: z.literal("deterministic", { error: '"deterministic"' }).optional(),
  }),
  components: listOf(component, "components").optional(),
});
