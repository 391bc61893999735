import { invalidParameter } from "../graph/errors.ts";
import { type JsonObject, listOf } from "../json.ts";
import { authenticationBody, authenticationFooter } from "../read-back/texts.ts";
import { checkedCategory, checkedLanguage } from "../rules/envelope.ts";
import { authenticationTexts } from "../tables/authentication-texts.ts";
import { LANGUAGES } from "../tables/languages.ts";

function preview(parameters: JsonObject, language: string): JsonObject {
  const { copy, autofill } = authenticationTexts(language);
  const footer = authenticationFooter(parameters, language);
  return {
    body: authenticationBody(parameters, language).text ?? "",
    ...(footer?.text === undefined ? {} : { footer: footer.text }),
    buttons: [{ text: copy, autofill_text: autofill }],
    language,
  };
}

/** The texts that WhatsApp would write, for `GET …/message_template_previews`; all languages when none is named. */
export function authenticationPreviews(parameters: JsonObject): JsonObject {
  if (checkedCategory(parameters.category) !== "AUTHENTICATION")
    throw invalidParameter("Only category AUTHENTICATION is supported on this endpoint.");
  const { languages = Object.keys(LANGUAGES) } = parameters;
  const list = typeof languages === "string" ? languages.split(",").map((code) => code.trim()) : listOf(languages);
  return { data: list.map((value) => preview(parameters, checkedLanguage(value))) };
}
