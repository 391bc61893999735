import type { ButtonParameters, TemplateComponentParameters, TemplateParameter } from "../kinds/template-parameter.ts";

/** Values of variables: in order (`{{1}}`, `{{2}}` …), or by name. A value that is no text is sent as it is. */
export type VariableValues = readonly (string | TemplateParameter)[] | Readonly<Record<string, string>>;

/** What a button of the template wants. `index` is its place among all buttons, from 0. */
export type ButtonValue =
  | { index: number; url: string }
  | { index: number; payload: string }
  | { index: number; couponCode: string }
  | { index: number; flow: { token?: string; data?: Readonly<Record<string, unknown>> } }
  | { index: number; catalog: { thumbnailProductId?: string } }
  | { index: number; products: Readonly<Record<string, unknown>> }
  | { index: number; orderDetails: Readonly<Record<string, unknown>> }
  | { index?: number; call: { ttlMinutes?: number; payload?: string } };

function parametersOf(values: VariableValues): TemplateParameter[] {
  if (isList(values)) return values.map((value) => (typeof value === "string" ? { type: "text", text: value } : value));
  return Object.entries(values).map(([name, text]) => ({ type: "text", parameter_name: name, text }));
}

function isList(values: VariableValues): values is readonly (string | TemplateParameter)[] {
  return Array.isArray(values);
}

/** A header's or a body's parameters; nothing where there are none. */
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
  // A variable may be called "type": a parameter has, besides, a key that is named like its type.
  return typeof values.type === "string" && values.type in values;
}

/** Everything under `parameters` by what the button is for. Spelling and order as in Meta's samples. */
export function buttonOf(value: ButtonValue): ButtonParameters {
  const button = (sub_type: string, ...parameters: TemplateParameter[]): ButtonParameters => ({
    type: "button",
    sub_type,
    ...(value.index === undefined ? {} : { index: value.index }),
    ...(parameters.length === 0 ? {} : { parameters }),
  });
  const action = (fields: Readonly<Record<string, unknown>>): TemplateParameter => ({ type: "action", action: fields });
  if ("url" in value) return button("url", { type: "text", text: value.url });
  if ("payload" in value) return button("quick_reply", { type: "payload", payload: value.payload });
  if ("couponCode" in value) return button("copy_code", { type: "coupon_code", coupon_code: value.couponCode });
  if ("flow" in value) {
    const { token, data } = value.flow;
    return button(
      "flow",
      action({
        ...(token === undefined ? {} : { flow_token: token }),
        ...(data === undefined ? {} : { flow_action_data: data }),
      }),
    );
  }
  if ("catalog" in value) {
    const id = value.catalog.thumbnailProductId;
    return button("CATALOG", ...(id === undefined ? [] : [action({ thumbnail_product_retailer_id: id })]));
  }
  if ("products" in value) return button("mpm", action(value.products));
  if ("orderDetails" in value) return button("order_details", action({ order_details: value.orderDetails }));
  const { ttlMinutes, payload } = value.call;
  return button(
    "voice_call",
    ...(ttlMinutes === undefined ? [] : [{ type: "ttl_minutes" as const, ttl_minutes: ttlMinutes }]),
    ...(payload === undefined ? [] : [{ type: "payload" as const, payload }]),
  );
}
