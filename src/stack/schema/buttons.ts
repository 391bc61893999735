import { z } from "zod";
import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { exactlyOne, id, list, sample, shown, text, whole } from "./scalars.ts";

function label(example: string) {
  return text({ description: "The button's label.", example, maxLength: TEMPLATE_LIMITS.buttonLabel });
}

const url = shown(
  z.strictObject({
    text: label("Track order"),
    url: text({
      description: "An address; may end in one `{{1}}`.",
      example: "https://example.com/t/{{1}}",
      maxLength: TEMPLATE_LIMITS.url,
    }),
    example: sample({
      description: "The sample of `{{1}}`: what takes its place, or the full address.",
      example: "A-1042",
    }).optional(),
  }),
  {
    description: "Opens a web page.",
    example: { text: "Track order", url: "https://example.com/t/{{1}}", example: "A-1042" },
  },
);

const phone = shown(
  z.strictObject({
    text: label("Call us"),
    number: id({
      description: "A phone number with country code, in quotes.",
      example: "+15550051310",
      maxLength: TEMPLATE_LIMITS.phoneNumber,
    }),
  }),
  { description: "Calls a phone number.", example: { text: "Call us", number: "+15550051310" } },
);

const flow = shown(
  z
    .strictObject({
      text: label("Book a visit"),
      id: id({ description: "The flow's id, in quotes.", example: "841912174823" }).optional(),
      name: text({ description: "The flow's name, instead of its id.", example: "book_a_visit" }).optional(),
      screen: text({ description: "The screen that opens first.", example: "WELCOME" }).optional(),
      action: text({ description: "navigate (default) or data_exchange.", example: "navigate" }).optional(),
      icon: text({ description: "The icon beside the label.", example: "REVIEW" }).optional(),
    })
    .refine((value) => (value.id === undefined) !== (value.name === undefined), {
      error: "a flow button names its flow by id or by name: one of them",
    }),
  { description: "Opens a flow.", example: { text: "Book a visit", id: "841912174823" } },
);

const voiceCall = shown(
  z.strictObject({
    text: label("Call now"),
    ttl: whole({ description: "Minutes for which the button works.", example: 1440, minimum: 1 }).optional(),
  }),
  { description: "Calls the business on WhatsApp.", example: { text: "Call now", ttl: 1440 } },
);

const buttonKinds = {
  quick_reply: text({
    description: "Answers with this text.",
    example: "Talk to us",
    maxLength: TEMPLATE_LIMITS.buttonLabel,
  }),
  url,
  phone,
  copy_code: sample({
    description: "Copies a code; this is its sample. WhatsApp writes the label.",
    example: "SPRING25",
    maxLength: TEMPLATE_LIMITS.copyCode,
  }),
  flow,
  catalog: label("View catalog"),
  products: label("View items"),
  product: label("View"),
  voice_call: voiceCall,
};

const button = exactlyOne(buttonKinds, "a button", {
  description: "One button: its kind is the key.",
  example: { quick_reply: "Talk to us" },
});

export const buttons = list(button, {
  description: `Up to ${TEMPLATE_LIMITS.buttons} buttons, in this order; quick replies stand together.`,
  example: [{ quick_reply: "Talk to us" }],
  maxItems: TEMPLATE_LIMITS.buttons,
});
