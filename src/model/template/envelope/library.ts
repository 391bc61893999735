import { error, type Issue, warning } from "../../issue.ts";
import { field, isObject, parseJson, pointer, quote, valueAt } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import type { Spelling } from "../spelling.ts";
import type { TemplateView } from "../view.ts";

/** Fields inside the inputs of a library template, apart from those that buttons and components have, too. */
export const LIBRARY_INPUT_SPELLINGS: Readonly<Record<string, Spelling>> = {
  add_contact_number: "boolean",
  add_learn_more_link: "boolean",
  add_track_package_link: "boolean",
};

const BUTTON_INPUTS = "library_template_button_inputs";
const INPUTS = [BUTTON_INPUTS, "library_template_body_inputs"];

export function isFromLibrary({ body }: TemplateView): boolean {
  return field(body, "library_template_name") !== undefined;
}

/** A template of WhatsApp's library has the library's components; inputs only fill its buttons and options. */
export function* libraryIssues(view: TemplateView): Iterable<Issue> {
  const { body, category } = view;
  const name = field(body, "library_template_name");
  if (typeof name === "string" && name.trim() === "")
    yield error({
      code: "library-name-empty",
      path: "/library_template_name",
      message: "library_template_name is empty",
      hint: "Write the name of a library template, or remove it.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  if (isFromLibrary(view) && field(body, "components") !== undefined)
    yield error({
      code: "library-with-components",
      path: "/components",
      message: `the template comes from the library (${quote(name)}) but has its own components`,
      hint: "Remove components or library_template_name.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  if (isFromLibrary(view) && category === "MARKETING")
    yield warning({
      code: "library-category",
      path: "/category",
      message: "library templates are for UTILITY and AUTHENTICATION; this one is MARKETING",
      hint: "Write UTILITY.",
    });
  yield* addressIssues(field(body, BUTTON_INPUTS));
  for (const key of INPUTS) {
    const value = field(body, key);
    if (value === undefined) continue;
    if (!isFromLibrary(view))
      yield warning({
        code: "library-inputs-without-name",
        path: `/${key}`,
        message: `${key} has no effect without library_template_name`,
        hint: "Add library_template_name, or remove it.",
      });
    // Meta's own sample is not JSON either (single quotes, one of them open), so this cannot be an error.
    if (typeof value === "string" && parsed(value) === undefined)
      yield warning({
        code: "library-inputs-not-json",
        path: `/${key}`,
        message: `${key} is a text that is not JSON: ${quote(value)}`,
        hint: "Write it as a list or object, or as JSON with double quotes.",
      });
  }
}

/** The value of a JSON text; undefined for any other text. */
function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/**
 * WhatsApp appends the variable itself. Source: measured by others; a sample of Meta's documentation has `{{1}}` in it.
 */
function* addressIssues(inputs: unknown): Iterable<Issue> {
  const buttons = typeof inputs === "string" ? parsed(inputs) : inputs;
  if (!Array.isArray(buttons)) return;
  for (const [index, button] of buttons.entries()) {
    const address = valueAt(isObject(button) ? button : {}, ["url", "base_url"]);
    if (typeof address !== "string" || !address.includes("{{")) continue;
    const path = `/${BUTTON_INPUTS}`;
    yield error({
      code: "library-url-variable",
      path: typeof inputs === "string" ? path : `${pointer(path, index)}/url/base_url`,
      message: `base_url of button ${index + 1} contains a variable: ${quote(address)}`,
      hint: "Remove the variable: WhatsApp appends it to the base_url of a button with a url_suffix_example.",
      whatsapp: TEMPLATE_ANSWERS.urlFormat,
    });
  }
}
