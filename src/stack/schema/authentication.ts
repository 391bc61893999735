import { z } from "zod";
import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { exactlyOne, flag, list, shown, text, whole } from "./scalars.ts";

const apps = list(
  shown(
    z.strictObject({
      package_name: text({
        description: "The Android app's package.",
        example: "com.example.shop",
        maxLength: TEMPLATE_LIMITS.packageName,
      }),
      signature_hash: text({
        description: "The app's signing key hash.",
        example: "K8a/AINcGX7",
        maxLength: TEMPLATE_LIMITS.signatureHash,
      }),
    }),
    { description: "An Android app.", example: { package_name: "com.example.shop", signature_hash: "K8a/AINcGX7" } },
  ),
  {
    description: `The Android apps that may read the code: up to ${TEMPLATE_LIMITS.supportedApps}.`,
    example: [{ package_name: "com.example.shop", signature_hash: "K8a/AINcGX7" }],
    maxItems: TEMPLATE_LIMITS.supportedApps,
  },
);

const labels = {
  text: text({
    description: "The label where the code has to be copied. WhatsApp's own without it.",
    example: "Copy code",
    maxLength: TEMPLATE_LIMITS.buttonLabel,
  }).optional(),
  autofill: text({
    description: "The label where the app fills the code in. WhatsApp's own without it.",
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
      description: "Fills the code into the app by one tap.",
      example: { apps: [] },
    }),
    zero_tap: shown(
      z.strictObject({
        ...labels,
        terms_accepted: flag({ description: "Must be true: you accept WhatsApp's terms of zero-tap.", example: true }),
      }),
      { description: "The app takes the code without a tap.", example: { apps: [], terms_accepted: true } },
    ),
  },
  "the button",
  { description: "How the code gets into the app.", example: { copy_code: "Copy code" } },
);

export const authentication = shown(
  z.strictObject({
    expires: whole({
      description: "Minutes after which the code expires, told in the footer.",
      example: 10,
      minimum: TEMPLATE_LIMITS.codeExpirationMinutesAtLeast,
      maximum: TEMPLATE_LIMITS.codeExpirationMinutes,
    }).optional(),
    security_recommendation: flag({
      description: "Adds a sentence that asks not to share the code.",
      example: true,
    }).optional(),
    button,
  }),
  {
    description: "A login code. WhatsApp writes the texts: no header, body, footer or buttons beside it.",
    example: { expires: 10, security_recommendation: true, button: { copy_code: "Copy code" } },
  },
);
