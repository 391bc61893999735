import { z } from "zod";
import { FLOW_ACTIONS, OTP_TYPES } from "../../tables/index.ts";
import { flag, oneOf, text, typeOf, whole } from "./field-shapes.ts";

const label = text.meta({ description: "Label, up to 25 characters, plain text", examples: ["Track order"] });

const oneText = z.union([text, z.array(text)], { error: "a text, or a list with one text" });

const app = z.looseObject({ package_name: text.optional(), signature_hash: text.optional() }, { error: "an object" });

const deepLink = z.looseObject(
  {
    meta_app_id: z.union([z.number(), text], { error: "an app id" }).optional(),
    android_deep_link: text.optional(),
    android_fallback_playstore_url: text.optional(),
  },
  { error: "an object" },
);

function labelled(type: string) {
  return z.looseObject({ type: typeOf(type), text: label.optional() });
}

/** One shape per button type, with every documented field. Unknown fields are let through. */
export const BUTTON_SHAPES: Readonly<Record<string, z.ZodObject>> = {
  QUICK_REPLY: labelled("QUICK_REPLY"),
  URL: labelled("URL").extend({
    url: text.optional().meta({ description: "http(s), up to 2000 characters, one {{1}} at the very end" }),
    example: oneText.optional().meta({ description: "The whole URL, or what stands for {{1}}" }),
    app_deep_link: deepLink.optional(),
  }),
  PHONE_NUMBER: labelled("PHONE_NUMBER").extend({
    phone_number: text.optional().meta({ description: "Up to 20 characters", examples: ["+15550051310"] }),
  }),
  COPY_CODE: labelled("COPY_CODE").extend({
    example: oneText.optional().meta({ description: "Sample code, up to 15 characters", examples: ["25OFF"] }),
  }),
  OTP: labelled("OTP").extend({
    otp_type: oneOf(OTP_TYPES, "How the code reaches the app").optional(),
    autofill_text: label.optional(),
    zero_tap_terms_accepted: flag.optional(),
    supported_apps: z.array(app, { error: "a list of {package_name, signature_hash}" }).optional(),
    package_name: text.optional(),
    signature_hash: text.optional(),
  }),
  FLOW: labelled("FLOW").extend({
    flow_id: z.union([text, z.number()], { error: "digits in a text" }).optional(),
    flow_name: text.optional(),
    flow_json: text.optional(),
    flow_action: oneOf(FLOW_ACTIONS, "NAVIGATE when it is left out").optional(),
    navigate_screen: text.optional(),
    icon: text.optional(),
  }),
  CATALOG: labelled("CATALOG"),
  MPM: labelled("MPM"),
  SPM: labelled("SPM"),
  VOICE_CALL: labelled("VOICE_CALL").extend({ ttl_minutes: whole.optional() }),
  ORDER_DETAILS: labelled("ORDER_DETAILS"),
  REQUEST_CONTACT_INFO: labelled("REQUEST_CONTACT_INFO"),
  APP: labelled("APP").extend({ app_deep_link: deepLink.optional() }),
  POSTBACK: labelled("POSTBACK"),
};
