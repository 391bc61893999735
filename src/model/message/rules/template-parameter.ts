import { z } from "zod";
import { quote, rowOf } from "../../text/index.ts";
import { MESSAGE_ANSWERS, MESSAGE_LIMITS, PARAMETER_TYPES } from "../tables/index.ts";
import { orderDetails } from "./interactive/orders.ts";
import { productSections } from "./interactive/products.ts";
import { MEDIA_SHAPES } from "./media.ts";
import { locationShape } from "./plain.ts";
import { obeys, type Problem } from "./problem.ts";
import { filled, listOf, number, object, oneOf, text, webAddress, words } from "./values.ts";

/** WhatsApp refuses white space in a value that would break the template's layout. */
function* oneLine(value: string): Iterable<Problem> {
  const found = /[\r\n]/.test(value) ? "a line break" : /\t/.test(value) ? "a tab" : undefined;
  const what = found ?? (/ {5,}/.test(value) ? "more than four blanks in a row" : undefined);
  if (what !== undefined)
    yield {
      code: "parameter-white-space",
      message: `the parameter ${quote(value)} has ${what}; WhatsApp allows none there`,
      hint: "Write it in one line, with single blanks.",
      whatsapp: MESSAGE_ANSWERS.parameterText,
    };
}

const named = { parameter_name: filled("parameter_name").optional() };

const action = object({
  thumbnail_product_retailer_id: text.optional(),
  sections: productSections.optional(),
  flow_token: text.optional(),
  flow_action_data: object({}).optional(),
  order_details: orderDetails.partial().optional(),
});

/** One shape per parameter type. */
const SHAPES: Readonly<Record<string, z.ZodObject>> = {
  text: object({ ...named, text: filled("The parameter's text").check(obeys(oneLine)) }),
  currency: object({
    ...named,
    currency: object({ fallback_value: filled("fallback_value"), code: filled("The currency"), amount_1000: number }),
  }),
  date_time: object({ ...named, date_time: object({ fallback_value: filled("fallback_value") }) }),
  image: object({ image: MEDIA_SHAPES.image }),
  video: object({ video: MEDIA_SHAPES.video }),
  document: object({ document: MEDIA_SHAPES.document }),
  location: object({ location: locationShape }),
  payload: object({ payload: text }),
  coupon_code: object({ coupon_code: words("The coupon code", MESSAGE_LIMITS.couponCode) }),
  action: object({ action }),
  product: object({
    product: object({ product_retailer_id: filled("The product's id"), catalog_id: filled("The catalog's id") }),
  }),
  limited_time_offer: object({ limited_time_offer: object({ expiration_time_ms: number }) }),
  tap_target_configuration: object({
    tap_target_configuration: listOf(object({ url: webAddress("The address"), title: text }), "tap targets"),
  }),
  ttl_minutes: object({ ttl_minutes: z.union([number, z.string().regex(/^\d+$/)], { error: "a number of minutes" }) }),
};

const type = oneOf("The type of the parameter", PARAMETER_TYPES, { anyCase: true });

/** A parameter of any type; what its own type wants comes on top. */
const parameter = object({ type }).check(({ value, issues }) => {
  const own = rowOf(SHAPES, value.type.toLowerCase())?.safeParse(value).error?.issues ?? [];
  for (const issue of own)
    issues.push({
      code: "custom",
      input: value,
      path: issue.path,
      message: issue.message,
      params: issue.code === "custom" ? issue.params : undefined,
      continue: true,
    });
});

export const parametersShape = listOf(parameter, "parameters");
