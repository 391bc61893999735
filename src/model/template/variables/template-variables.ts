import { isObject, type JsonObject } from "../../text/index.ts";
import { canonicalTemplate } from "../canonical.ts";
import { buttonsIn, hasGeneratedTexts } from "../components/authentication.ts";
import { fieldOf } from "../json-fields.ts";
import type { TemplateBody } from "../types.ts";
import { textVariables } from "./find-variables.ts";

/** What a sender fills in: names (`first_name`) or numbers (`1`), each once, in order of first appearance. */
export interface TemplateVariables {
  header: string[];
  body: string[];
  /** The variable of a URL or OTP button, by the button's place among all buttons. */
  buttons: { index: number; variable: string }[];
}

/** The variables of a template's own components, without those of a carousel's cards. */
export function templateVariables(body: TemplateBody): TemplateVariables {
  const { category, components } = canonicalTemplate(body) ?? {};
  const parts: unknown[] = Array.isArray(components) ? components : [];
  const texts = (type: string) => parts.filter(isOfType(type)).flatMap(({ text }) => textVariables(text));
  return {
    header: [...new Set(texts("HEADER"))],
    // WhatsApp generates the text around a code: "*{{1}}* is your verification code."
    body: hasGeneratedTexts(category, parts) ? ["1"] : [...new Set(texts("BODY"))],
    buttons: parts
      .flatMap(buttonsIn)
      .flatMap((button, index) => buttonVariables(button).map((variable) => ({ index, variable }))),
  };
}

function isOfType(type: string): (part: unknown) => part is JsonObject {
  return (part): part is JsonObject => isObject(part) && part.type === type;
}

function buttonVariables(button: unknown): string[] {
  return fieldOf(button, "type") === "OTP" ? ["1"] : textVariables(fieldOf(button, "url"));
}
