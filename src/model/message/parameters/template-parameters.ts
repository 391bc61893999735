import { type ButtonValue, TEMPLATE_BUTTONS } from "../../template/index.ts";
import type { ButtonParameters, TemplateComponentParameters, TemplateParameter } from "../kinds/template-parameter.ts";

export type { ButtonValue } from "../../template/index.ts";

/** Values of variables: in order (`{{1}}`, `{{2}}` …), or by name. A value that is not text is sent unchanged. */
export type VariableValues = readonly (string | TemplateParameter)[] | Readonly<Record<string, string>>;

/** The parameters of a header or a body; empty where there are none. */
export function componentOf(
  type: "header" | "body",
  values: VariableValues | TemplateParameter | string | undefined,
): Extract<TemplateComponentParameters, { type: "header" | "body" }>[] {
  if (values === undefined) return [];
  const parameters =
    typeof values === "string" ? parametersOf([values]) : isParameter(values) ? [values] : parametersOf(values);
  return parameters.length === 0 ? [] : [{ type, parameters }];
}

function isParameter(values: VariableValues | TemplateParameter): values is TemplateParameter {
  if (Array.isArray(values) || !("type" in values)) return false;
  // A variable may be called "type": a parameter also has a key with the name of its type.
  return typeof values.type === "string" && values.type in values;
}

function parametersOf(values: VariableValues): TemplateParameter[] {
  if (isList(values)) return values.map((value) => (typeof value === "string" ? { type: "text", text: value } : value));
  return Object.entries(values).map(([name, text]) => ({ type: "text", parameter_name: name, text }));
}

function isList(values: VariableValues): values is readonly (string | TemplateParameter)[] {
  return Array.isArray(values);
}

/** The parameters of a button; each kind of button knows its own. */
export function buttonOf(value: ButtonValue): ButtonParameters {
  const fill = TEMPLATE_BUTTONS.map(({ send }) => send?.fill).find((each) => each !== undefined && each.key in value);
  // The key belongs to this kind of value only.
  const parameters = fill?.parameters(value as never) ?? [];
  return {
    type: "button",
    sub_type: fill?.subType ?? "",
    ...(value.index === undefined ? {} : { index: value.index }),
    ...(parameters.length === 0 ? {} : { parameters }),
  };
}
