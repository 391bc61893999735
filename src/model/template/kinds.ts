import type { z } from "zod";
import type { Issue } from "../issue.ts";
import type { JsonObject } from "../text/index.ts";
import type { TemplateCategory } from "./envelope/category.ts";
import type { Spelling } from "./spelling.ts";
import type { Part, TemplateView } from "./view.ts";

/**
 * How a read shows a field: `never` – fixed, generated or not at all; `sometimes` – it may be missing, or filled in where
 * nothing was declared, so it is compared only when both sides have it. Other fields are read as they were written.
 */
export type ReadBack = "never" | "sometimes";

/** What our side knows about one field of a component or a button. */
export interface Field {
  /** The JSON that WhatsApp accepts. Closed lists are rules, not shapes: their answer differs. */
  shape: z.ZodType;
  /** How WhatsApp spells the value, whatever the spelling in the declaration. */
  spelling?: Spelling;
  /** What a missing field means. */
  absent?: unknown;
  readBack?: ReadBack;
  /** A list whose order has no meaning. */
  unordered?: true;
  /** Whether a read value, although spelled differently, is the declared one. */
  isSameRead?: (declared: string, read: string) => boolean;
  /** Facts about the fields of the object that it holds. */
  inside?: Readonly<Record<string, Omit<Field, "shape" | "inside">>>;
}

export interface ButtonLabel {
  /** `required`: `text` is the label; `optional`: WhatsApp has a default; `none`: WhatsApp writes the label. */
  policy: "required" | "optional" | "none";
  /** The only label that WhatsApp shows, whatever is sent. */
  fixed?: string;
  readBack?: ReadBack;
}

/** A parameter of a button, as a message sends it. */
type ButtonParameter =
  | { type: "text"; text: string }
  | { type: "payload"; payload: string }
  | { type: "coupon_code"; coupon_code: string }
  | { type: "ttl_minutes"; ttl_minutes: number }
  | { type: "action"; action: Readonly<Record<string, unknown>> };

/** How a value that a sender gives becomes the parameters of a button. */
export interface ButtonFill<Value> {
  /** The key that distinguishes the value from those of other kinds. */
  key: string & keyof Value;
  /** `sub_type`, spelled as in Meta's samples. */
  subType: string;
  parameters: (value: Value) => readonly ButtonParameter[];
  /** `--button INDEX:KIND=VALUE` of `mycobot send template`. */
  flag?: { kind: string; value: (index: number, text: string) => Value };
}

/** What a message that sends the template has to give to a button. */
export interface ButtonRequirement {
  /** Accepted spellings of `sub_type`, in lower case. */
  subTypes: readonly string[];
  /** When WhatsApp certainly refuses a message without the parameter; never when left out. */
  required?: "always" | "with a variable";
  /** The required parameter: its type, the key inside it that has to be there, and a description. */
  parameter?: { type: ButtonParameter["type"]; key?: string; description: string };
}

interface ButtonSend<Value> extends ButtonRequirement {
  /** Absent where a sender gives no value. */
  fill?: ButtonFill<Value>;
}

/** Everything that our side knows about one kind of button. `Value`: what a sender gives for it. */
export interface ButtonKind<Type extends string = string, Value = never> {
  /** `QUICK_REPLY` */
  type: Type;
  /** How many one template may have. */
  max: number;
  label: ButtonLabel;
  /** Allowed on the cards of a carousel. */
  onCards?: true;
  /** The only category that allows it. */
  category?: TemplateCategory;
  /** Every documented field except `type` and `text`. */
  fields?: Readonly<Record<string, Field>>;
  /** The kind's own rules; count, label and arrangement are checked for all kinds alike. `subject`: `button 2 of card 1`. */
  rules?: (button: Part, subject: string) => Iterable<Issue>;
  /** The canonical form of a button whose fields are in canonical spelling. */
  canonical?: (button: JsonObject) => JsonObject;
  /** The declared button behind another one that reads show in its place. */
  fromRead?: (button: JsonObject) => JsonObject | undefined;
  /** Absent where nothing is known about sending it; without subtypes, it takes no value. */
  send?: ButtonSend<Value>;
}

/** Everything that our side knows about one kind of component. */
export interface ComponentKind<Type extends string = string> {
  /** `HEADER` */
  type: Type;
  /** Its place among the components that a read shows. */
  place: number;
  /** Allowed on the cards of a carousel. */
  onCards?: true;
  /** Every documented field except `type`. */
  fields: Readonly<Record<string, Field>>;
  /** The rules for a template, or one card, of the other categories. */
  rules?: (view: TemplateView) => Iterable<Issue>;
  /** The rules in AUTHENTICATION templates, where WhatsApp writes the texts; left out: not allowed there. */
  authenticationRules?: (view: TemplateView) => Iterable<Issue>;
  /** The canonical form of a component whose fields are in canonical spelling. */
  canonical?: (component: JsonObject) => JsonObject;
}
