import { GraphError } from "../graph/graph-error.ts";
import { TEMPLATE_ERRORS, type TemplateErrorText } from "../tables/template-errors.ts";

/** The recorded refusal of that kind, its sentence filled with the values. */
export function refusal(kind: keyof typeof TEMPLATE_ERRORS, ...values: (string | number)[]): GraphError {
  const { subcode, title, sentence, blame }: TemplateErrorText = TEMPLATE_ERRORS[kind];
  return new GraphError({
    message: "Invalid parameter",
    code: 100,
    subcode,
    title,
    userMessage: sentence.replace(/(?<!\{)\{(\d)\}(?!\})/g, (mark, index) => String(values[Number(index)] ?? mark)),
    ...(blame === undefined ? {} : { data: { blame_field_specs: [[blame]] } }),
  });
}

/** The refusal of a category that another language of the name does not have. Recorded without a subcode and a title. */
export function categoryMismatch(sent: string, held: string): GraphError {
  return new GraphError({
    message: "Invalid parameter",
    code: 100,
    transient: false,
    userMessage: `The category ${sent} doesn't match the one that's already associated with this template, ${held}.`,
  });
}
