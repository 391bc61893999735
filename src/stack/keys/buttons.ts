import { z } from "zod";
import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { exactlyOne, id, list, sample, shown, text, whole } from "../shape/schema.ts";
import {
  child,
  entriesOf,
  isScalar,
  itemsOf,
  type Located,
  type LocatedScalar,
  madeList,
  madeMap,
} from "../source/located.ts";
import type { ShortKey } from "./short-key.ts";
import { trimmed } from "./text-parts.ts";
import { asText } from "./variables.ts";

/** A kind of button in the short form. Its key in the stack file is its key in `SHORT_BUTTONS`. */
interface ShortButton {
  schema: z.ZodType;
  /** The fields of WhatsApp's button. Undefined ones are omitted. */
  expand: (value: Located) => Record<string, Located | string | undefined>;
}

function label(example: string) {
  return text({ description: "The button's label.", example, maxLength: TEMPLATE_LIMITS.buttonLabel });
}

function scalar(node: Located | undefined): LocatedScalar | undefined {
  return isScalar(node) ? trimmed(asText(node)) : undefined;
}

function field(node: Located, key: string): LocatedScalar | undefined {
  return scalar(child(node, key));
}

const quickReply: ShortButton = {
  schema: text({
    description: "Replies with this text.",
    example: "Talk to us",
    maxLength: TEMPLATE_LIMITS.buttonLabel,
  }),
  expand: (value) => ({ type: "QUICK_REPLY", text: scalar(value) }),
};

const url: ShortButton = {
  schema: shown(
    z.strictObject({
      text: label("Track order"),
      url: text({
        description: "The address; may end in one `{{1}}`.",
        example: "https://example.com/t/{{1}}",
        maxLength: TEMPLATE_LIMITS.url,
      }),
      example: sample({
        description: "The sample of `{{1}}`: the text that replaces it, or the full address.",
        example: "A-1042",
      }).optional(),
    }),
    {
      description: "Opens a web page.",
      example: { text: "Track order", url: "https://example.com/t/{{1}}", example: "A-1042" },
    },
  ),
  expand: (value) => ({
    type: "URL",
    text: field(value, "text"),
    url: field(value, "url"),
    example: urlExample(value),
  }),
};

/** WhatsApp takes a full address as the sample: a text for `{{1}}` is inserted into the URL. */
function urlExample(value: Located): Located | undefined {
  const example = field(value, "example");
  if (example === undefined) return undefined;
  const given = String(example.value);
  const address = field(value, "url");
  const pattern = String(address?.value ?? "");
  const full = /^https?:\/\//i.test(given) ? given : pattern.replace("{{1}}", () => given);
  const fullExample: LocatedScalar = { ...example, value: full };
  if (address?.unresolved === true) fullExample.unresolved = true;
  return madeList([fullExample], example.position);
}

const phone: ShortButton = {
  schema: shown(
    z.strictObject({
      text: label("Call us"),
      number: id({
        description: "A phone number with country code, in quotes.",
        example: "+15550051310",
        maxLength: TEMPLATE_LIMITS.phoneNumber,
      }),
    }),
    { description: "Calls a phone number.", example: { text: "Call us", number: "+15550051310" } },
  ),
  expand: (value) => ({ type: "PHONE_NUMBER", text: field(value, "text"), phone_number: field(value, "number") }),
};

const copyCode: ShortButton = {
  schema: sample({
    description: "Copies a code; this is its sample. WhatsApp sets the label.",
    example: "SPRING25",
    maxLength: TEMPLATE_LIMITS.copyCode,
  }),
  expand: (value) => ({ type: "COPY_CODE", example: scalar(value) }),
};

const flow: ShortButton = {
  schema: shown(
    z
      .strictObject({
        text: label("Book a visit"),
        id: id({ description: "The flow's id, in quotes.", example: "841912174823" }).optional(),
        name: text({ description: "The flow's name, instead of its id.", example: "book_a_visit" }).optional(),
        screen: text({ description: "The screen that opens first.", example: "WELCOME" }).optional(),
        action: text({ description: "navigate (default) or data_exchange.", example: "navigate" }).optional(),
        icon: text({ description: "The icon next to the label.", example: "REVIEW" }).optional(),
      })
      .refine((value) => (value.id === undefined) !== (value.name === undefined), {
        error: "a flow button names its flow either by id or by name",
      }),
    { description: "Opens a flow.", example: { text: "Book a visit", id: "841912174823" } },
  ),
  expand: (value) => ({
    type: "FLOW",
    text: field(value, "text"),
    flow_id: field(value, "id"),
    flow_name: field(value, "name"),
    flow_action: field(value, "action"),
    navigate_screen: field(value, "screen"),
    icon: field(value, "icon"),
  }),
};

/** A kind whose value is its label. */
function labelled(type: string, example: string): ShortButton {
  return { schema: label(example), expand: (value) => ({ type, text: scalar(value) }) };
}

const voiceCall: ShortButton = {
  schema: shown(
    z.strictObject({
      text: label("Call now"),
      ttl: whole({ description: "Minutes for which the button works.", example: 1440, minimum: 1 }).optional(),
    }),
    { description: "Calls the business on WhatsApp.", example: { text: "Call now", ttl: 1440 } },
  ),
  expand: (value) => ({ type: "VOICE_CALL", text: field(value, "text"), ttl_minutes: child(value, "ttl") }),
};

/** Source: Meta, template components, and the guide of each kind. */
const SHORT_BUTTONS: Readonly<Record<string, ShortButton>> = {
  quick_reply: quickReply,
  url,
  phone,
  copy_code: copyCode,
  flow,
  catalog: labelled("CATALOG", "View catalog"),
  products: labelled("MPM", "View items"),
  product: labelled("SPM", "View"),
  voice_call: voiceCall,
};

const button = exactlyOne(
  Object.fromEntries(Object.entries(SHORT_BUTTONS).map(([kind, { schema }]) => [kind, schema])),
  "a button",
  { description: "A button. The key is its kind.", example: { quick_reply: "Talk to us" } },
);

/** BUTTONS, in file order. */
export const buttons: ShortKey = {
  schema: list(button, {
    description: `Up to ${TEMPLATE_LIMITS.buttons} buttons, in this order. Quick replies must be adjacent.`,
    example: [{ quick_reply: "Talk to us" }],
    maxItems: TEMPLATE_LIMITS.buttons,
  }),
  expand(value) {
    const items = itemsOf(value).flatMap((item) => {
      const [kind = "", entry] = entriesOf(item)[0] ?? [];
      const known = Object.hasOwn(SHORT_BUTTONS, kind) ? SHORT_BUTTONS[kind] : undefined;
      return known === undefined || entry === undefined ? [] : [madeMap(known.expand(entry.value), item.position)];
    });
    return [madeMap({ type: "BUTTONS", buttons: madeList(items, value.position) }, value.position)];
  },
};
