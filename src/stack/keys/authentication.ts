import { z } from "zod";
import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { isObject, type JsonObject } from "../../model/text/index.ts";
import { exactlyOne, flag, list, shown, text, whole } from "../shape/schema.ts";
import { child, entriesOf, itemsOf, type Located, type LocatedMap, madeList, madeMap } from "../source/located.ts";
import { ofType, type ShortKey } from "./short-key.ts";

const APP_EXAMPLE = { package_name: "com.example.shop", signature_hash: "K8a/AINcGX7" };

const apps = list(
  shown(
    z.strictObject({
      package_name: text({
        description: "The package name of the Android app.",
        example: APP_EXAMPLE.package_name,
        maxLength: TEMPLATE_LIMITS.packageName,
      }),
      signature_hash: text({
        description: "The hash of the app's signing key.",
        example: APP_EXAMPLE.signature_hash,
        maxLength: TEMPLATE_LIMITS.signatureHash,
      }),
    }),
    { description: "An Android app.", example: APP_EXAMPLE },
  ),
  {
    description: `The Android apps that may read the code: up to ${TEMPLATE_LIMITS.supportedApps}.`,
    example: [APP_EXAMPLE],
    maxItems: TEMPLATE_LIMITS.supportedApps,
  },
);

const labels = {
  text: text({
    description: "The label where the code must be copied. Default: WhatsApp's own.",
    example: "Copy code",
    maxLength: TEMPLATE_LIMITS.buttonLabel,
  }).optional(),
  autofill: text({
    description: "The label where the app fills in the code. Default: WhatsApp's own.",
    example: "Autofill",
    maxLength: TEMPLATE_LIMITS.buttonLabel,
  }).optional(),
  apps,
};

const button = exactlyOne(
  {
    copy_code: text({
      description: "Copies the code; this is the label.",
      example: "Copy code",
      maxLength: TEMPLATE_LIMITS.buttonLabel,
    }),
    one_tap: shown(z.strictObject(labels), {
      description: "Fills the code into the app with one tap.",
      example: { apps: [] },
    }),
    zero_tap: shown(
      z.strictObject({
        ...labels,
        terms_accepted: flag({ description: "Must be true: you accept WhatsApp's zero-tap terms.", example: true }),
      }),
      { description: "The app receives the code without a tap.", example: { apps: [], terms_accepted: true } },
    ),
  },
  "the button",
  { description: "How the code gets into the app.", example: { copy_code: "Copy code" } },
);

/** BODY, FOOTER and the OTP button. WhatsApp writes the texts in the template's language. */
export const authentication: ShortKey = {
  schema: shown(
    z.strictObject({
      expires: whole({
        description: "Minutes until the code expires, shown in the footer.",
        example: 10,
        minimum: TEMPLATE_LIMITS.codeExpirationMinutesAtLeast,
        maximum: TEMPLATE_LIMITS.codeExpirationMinutes,
      }).optional(),
      security_recommendation: flag({
        description: "Adds a sentence that advises not to share the code.",
        example: true,
      }).optional(),
      button,
    }),
    {
      description: "A login code. WhatsApp writes the texts: cannot be combined with header, body, footer or buttons.",
      example: { expires: 10, security_recommendation: true, button: { copy_code: "Copy code" } },
    },
  ),
  expand(value) {
    const { position } = value;
    const expires = child(value, "expires");
    const chosen = child(value, "button");
    return [
      madeMap({ type: "BODY", add_security_recommendation: child(value, "security_recommendation") }, position),
      ...(expires === undefined ? [] : [madeMap({ type: "FOOTER", code_expiration_minutes: expires }, position)]),
      ...(chosen === undefined
        ? []
        : [madeMap({ type: "BUTTONS", buttons: madeList([otp(chosen)], chosen.position) }, chosen.position)]),
    ];
  },
  contract(components) {
    const buttons = ofType(components, "BUTTONS")?.buttons;
    const [button] = Array.isArray(buttons) ? buttons : [];
    if (!isObject(button) || button.type !== "OTP") return {};
    const recommended = ofType(components, "BODY")?.add_security_recommendation;
    const expires = ofType(components, "FOOTER")?.code_expiration_minutes;
    return {
      authentication: {
        ...(expires === undefined ? {} : { expires }),
        ...(recommended === undefined ? {} : { security_recommendation: recommended }),
        button: contractOtp(button),
      },
    };
  },
};

function otp(node: Located): LocatedMap {
  const [kind = "copy_code", entry] = entriesOf(node)[0] ?? [];
  const value = entry?.value;
  const otp_type = kind.toUpperCase();
  if (kind === "copy_code") return madeMap({ type: "OTP", otp_type, text: value }, node.position);
  const supported = child(value, "apps");
  const fields = {
    type: "OTP",
    otp_type,
    text: child(value, "text"),
    autofill_text: child(value, "autofill"),
    zero_tap_terms_accepted: child(value, "terms_accepted"),
    supported_apps: supported && madeList(itemsOf(supported), supported.position),
  };
  return madeMap(fields, value?.position ?? node.position);
}

function contractOtp({ otp_type, ...button }: JsonObject): JsonObject {
  const kind = String(otp_type).toLowerCase();
  if (kind === "copy_code") return { copy_code: button.text };
  const fields = {
    text: button.text,
    autofill: button.autofill_text,
    apps: button.supported_apps,
    terms_accepted: button.zero_tap_terms_accepted,
  };
  return { [kind]: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) };
}
