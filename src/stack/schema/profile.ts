import { z } from "zod";
import { PROFILE_LIMITS, VERTICALS } from "../../model/profile/index.ts";
import { list, mapOf, shown, text } from "./scalars.ts";

const profile = shown(
  z.strictObject({
    about: text({
      description: "The line below the name. Cannot be cleared once it is set.",
      example: "Fresh herbs, delivered",
      maxLength: PROFILE_LIMITS.about,
    }).optional(),
    description: text({
      description: 'What the business does. "" clears it.',
      example: "Herbs from the valley, on your table by noon.",
      maxLength: PROFILE_LIMITS.description,
    }).optional(),
    address: text({
      description: 'Postal address. "" clears it.',
      example: "1 Market Street, Springfield",
      maxLength: PROFILE_LIMITS.address,
    }).optional(),
    email: text({
      description: 'Contact address. "" clears it.',
      example: "hello@example.com",
      maxLength: PROFILE_LIMITS.email,
    }).optional(),
    vertical: text({
      description: `Line of business: ${VERTICALS.join(", ")}. Cannot be cleared once it is set.`,
      example: "RETAIL",
      enum: VERTICALS,
    }).optional(),
    websites: list(
      text({
        description: "An address with http:// or https://.",
        example: "https://example.com",
        maxLength: PROFILE_LIMITS.website,
      }),
      {
        description: "Up to two web addresses. [] clears them.",
        example: ["https://example.com"],
        maxItems: PROFILE_LIMITS.websites,
      },
    ).optional(),
    picture: text({
      description: "Picture file, jpeg or png, up to 5 MB; the path starts at this file's folder. Needs `account.app`.",
      example: "media/logo.jpg",
    }).optional(),
    onRemove: shown(z.enum(["retain", "clear"]), {
      description:
        "What leaving the file, or destroy, does: leave the profile as it is (retain, the default), or clear what can be cleared.",
      example: "retain",
    }).optional(),
  }),
  {
    description: "What WhatsApp shows of the business. Fields that are not here are left alone.",
    example: { about: "Fresh herbs, delivered" },
  },
);

export const profiles = mapOf(
  profile,
  {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the stack file's syntax
    description: "Business profiles by phone number id: digits, in quotes, or a value such as ${phone}.",
    example: { "106540352242922": { about: "Fresh herbs, delivered" } },
  },
  { propertyNames: { pattern: "^(\\d|\\$\\{[^{}]+\\})+$" } },
);
