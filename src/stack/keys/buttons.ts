import { z } from "zod";
import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { isObject, type JsonObject, rowOf } from "../../model/text/index.ts";
import { exactlyOne, id, list, sample, shown, text, whole } from "../shape/schema.ts";
import {
  child,
  entriesOf,
  isScalar,
  itemsOf,
  type Located,
  type LocatedMap,
  type LocatedScalar,
  madeList,
  madeMap,
} from "../source/located.ts";
import { type Expansion, ofType, type ShortKey } from "./short-key.ts";
import { trimmed } from "./text-parts.ts";
import { asText, isPositional, type Token, variablesIn } from "./variables.ts";

/** A kind of button in the short form. Its key in the stack file is its key in `SHORT_BUTTONS`. */
interface ShortButton {
  schema: z.ZodType;
  /** The fields of WhatsApp's button. Undefined ones are omitted. */
  expand: (value: Located, expansion: Expansion) => Record<string, Located | string | undefined>;
  /** The named variable that a sender fills in. */
  variable?: (value: Located) => string | undefined;
  /** WhatsApp's type of the button. */
  type: string;
  /** The inverse of `expand`, for a button in canonical form. Undefined fields are omitted. */
  contract: (button: JsonObject) => unknown;
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
  type: "QUICK_REPLY",
  contract: ({ text }) => text,
};

const url: ShortButton = {
  schema: shown(
    z.strictObject({
      text: label("Track order"),
      url: text({
        description: "The address; may end in one variable: `{{1}}`, or a name under `variables`.",
        example: "https://example.com/t/{{1}}",
        maxLength: TEMPLATE_LIMITS.url,
      }),
      example: sample({
        description:
          "The sample of the variable: the text that replaces it, or the full address. Default: its sample under `variables`.",
        example: "A-1042",
      }).optional(),
    }),
    {
      description: "Opens a web page.",
      example: { text: "Track order", url: "https://example.com/t/{{1}}", example: "A-1042" },
    },
  ),
  expand(value, expansion) {
    const address = field(value, "url");
    const token = endingName(address);
    return {
      type: "URL",
      text: field(value, "text"),
      url: token === undefined || address === undefined ? address : withNumber(address, token),
      example: urlExample(address, token, field(value, "example"), expansion),
    };
  },
  variable: (value) => endingName(field(value, "url"))?.name,
  type: "URL",
  contract: ({ text, url, example }) => ({ text, url, example: contractUrlExample(url, example) }),
};

/** WhatsApp's name of a URL's variable, in templates with named variables, too. */
const NUMBER = "{{1}}";

/** The named variable at the end of an address, if it has no other. */
function endingName(address: LocatedScalar | undefined): Token | undefined {
  const text = String(address?.value ?? "");
  const [variable, ...others] = variablesIn(text);
  const isEnding =
    variable !== undefined &&
    others.length === 0 &&
    text.indexOf(variable.token) + variable.token.length === text.length;
  return isEnding && !isPositional(variable.name) ? variable : undefined;
}

function withNumber(address: LocatedScalar, { token }: Token): LocatedScalar {
  return { ...address, value: String(address.value).slice(0, -token.length) + NUMBER };
}

/** WhatsApp takes a full address as the sample: a text for the variable is inserted into the URL. */
function urlExample(
  address: LocatedScalar | undefined,
  variable: Token | undefined,
  given: LocatedScalar | undefined,
  { samples, findings }: Expansion,
): Located | undefined {
  // With an example, the variable need not be declared.
  const declared =
    address === undefined || variable === undefined
      ? undefined
      : samples.take(variable, address, given === undefined ? findings : []);
  const example = given ?? declared;
  if (example === undefined) return undefined;
  const sampled = String(example.value);
  const pattern = String(address?.value ?? "");
  const full = /^https?:\/\//i.test(sampled) ? sampled : pattern.replace(variable?.token ?? NUMBER, () => sampled);
  const fullExample: LocatedScalar = { ...example, value: full };
  if (address?.unresolved === true) fullExample.unresolved = true;
  return madeList([fullExample], example.position);
}

/** The text for `{{1}}` alone, if the full address begins like the URL. */
function contractUrlExample(url: unknown, example: unknown): unknown {
  const [full] = [example].flat();
  if (typeof full !== "string" || typeof url !== "string" || !url.endsWith("{{1}}")) return full;
  const start = url.slice(0, -"{{1}}".length);
  const inserted = full.slice(start.length);
  return full.startsWith(start) && inserted !== "" && !/^https?:\/\//i.test(inserted) ? inserted : full;
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
  type: "PHONE_NUMBER",
  contract: ({ text, phone_number }) => ({ text, number: phone_number }),
};

const copyCode: ShortButton = {
  schema: sample({
    description: "Copies a code; this is its sample. WhatsApp sets the label.",
    example: "SPRING25",
    maxLength: TEMPLATE_LIMITS.copyCode,
  }),
  expand: (value) => ({ type: "COPY_CODE", example: scalar(value) }),
  type: "COPY_CODE",
  contract: ({ example }) => [example].flat()[0],
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
  type: "FLOW",
  contract: ({ text, flow_id: id, flow_name: name, flow_action: action, navigate_screen: screen, icon }) => ({
    text,
    id,
    name,
    screen,
    action,
    icon,
  }),
};

/** A kind whose value is its label. */
function labelled(type: string, example: string): ShortButton {
  return {
    schema: label(example),
    expand: (value) => ({ type, text: scalar(value) }),
    type,
    contract: ({ text }) => text,
  };
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
  type: "VOICE_CALL",
  contract: ({ text, ttl_minutes: ttl }) => ({ text, ttl }),
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

const schema = list(button, {
  description: `Up to ${TEMPLATE_LIMITS.buttons} buttons, in this order. Quick replies must be adjacent.`,
  example: [{ quick_reply: "Talk to us" }],
  maxItems: TEMPLATE_LIMITS.buttons,
});

function kindOf(item: Located): { kind: ShortButton; value: Located } | undefined {
  const [name = "", entry] = entriesOf(item)[0] ?? [];
  const kind = rowOf(SHORT_BUTTONS, name);
  return kind === undefined || entry === undefined ? undefined : { kind, value: entry.value };
}

function expandButtons(value: Located, expansion: Expansion): LocatedMap[] {
  const items = itemsOf(value).flatMap((item) => {
    const known = kindOf(item);
    return known === undefined ? [] : [madeMap(known.kind.expand(known.value, expansion), item.position)];
  });
  return [madeMap({ type: "BUTTONS", buttons: madeList(items, value.position) }, value.position)];
}

/** BUTTONS, in file order. */
export const buttons: ShortKey = {
  schema,
  expand(value, _parent, expansion) {
    for (const [index, item] of itemsOf(value).entries()) {
      const known = kindOf(item);
      const variable = known?.kind.variable?.(known.value);
      if (variable !== undefined) expansion.buttonVariables.push({ index, variable });
    }
    return expandButtons(value, expansion);
  },
  contract: contractButtons,
};

/** BUTTONS of a card. */
export const buttonsOfCard: ShortKey = {
  schema,
  expand: (value, _parent, expansion) => expandButtons(value, expansion),
  contract: contractButtons,
};

function contractButtons(components: readonly JsonObject[]): { buttons?: JsonObject[] } {
  const list = ofType(components, "BUTTONS")?.buttons;
  const items = Array.isArray(list) ? list.map(contractButton) : [];
  const known = items.filter((item) => item !== undefined);
  return known.length === 0 || known.length < items.length ? {} : { buttons: known };
}

function contractButton(button: unknown): JsonObject | undefined {
  if (!isObject(button)) return undefined;
  const [kind, known] = Object.entries(SHORT_BUTTONS).find(([, { type }]) => type === button.type) ?? [];
  const value = known?.contract(button);
  if (kind === undefined || value === undefined) return undefined;
  const given = isObject(value) ? Object.entries(value).filter(([, field]) => field !== undefined) : undefined;
  return { [kind]: given === undefined ? value : Object.fromEntries(given) };
}
