import type { AdoptPolicy, OnRemoveTemplate } from "../model/policies.ts";
import { RESOURCE_TYPES } from "../model/resource-types.ts";
import type {
  ButtonType,
  ComponentType,
  HeaderFormatName,
  ParameterFormat,
  TemplateCategory,
  TemplateLanguage,
  TemplateSubCategory,
} from "../model/template/index.ts";
import type { Unchecked } from "../model/unchecked.ts";
import { TEMPLATE_HANDLER } from "./handlers.ts";
import * as pulumi from "./pulumi.ts";

/** One of WhatsApp's values, in capitals or, as newer documentation spells them, in small letters; or an {@link Unchecked} text. */
type Listed<Value extends string> = Value | Lowercase<Value> | Unchecked;

interface Fields {
  /** Fields that are not listed are passed on as they are. */
  [field: string]: unknown;
  text?: pulumi.Input<string>;
}

/** A button as WhatsApp spells it. */
export interface TemplateButton extends Fields {
  type: Listed<ButtonType>;
}

interface HeaderComponent extends Fields {
  type: "HEADER" | "header";
  format?: pulumi.Input<Listed<HeaderFormatName>>;
}

interface ButtonsComponent extends Fields {
  type: "BUTTONS" | "buttons";
  buttons: pulumi.Input<pulumi.Input<TemplateButton>[]>;
}

interface CarouselComponent extends Fields {
  type: "CAROUSEL" | "carousel";
  cards: pulumi.Input<pulumi.Input<{ components: pulumi.Input<pulumi.Input<TemplateComponent>[]> }>[]>;
}

interface OtherComponent extends Fields {
  type: Listed<Exclude<ComponentType, "HEADER" | "BUTTONS" | "CAROUSEL">>;
}

/** A component as WhatsApp spells it. Annotate or `satisfies` it where it is not written inside the arguments. */
export type TemplateComponent = HeaderComponent | ButtonsComponent | CarouselComponent | OtherComponent;

/**
 * One message template in one language. WhatsApp reviews, edits and deletes per language, so each language is a resource.
 *
 * Content fields are WhatsApp's own, in camelCase. Fields that are not listed here go under `fields`. Where a type lists WhatsApp's
 * values, `unchecked` takes any other text.
 */
export interface TemplateArgs {
  /** WhatsApp Business Account id, a string of digits. A change replaces. */
  waba: pulumi.Input<string>;
  /** Maton connection id. Without it: `MATON_CONNECTION`, else the account's only ACTIVE connection. */
  connection?: pulumi.Input<string>;
  /** Template name, of `a-z`, `0-9`, `_`. A change replaces. */
  name: pulumi.Input<string>;
  /** Language code such as `en_US`. A change replaces. */
  language: pulumi.Input<TemplateLanguage | Unchecked>;
  /** `AUTHENTICATION`, `MARKETING` or `UTILITY`. WhatsApp may assign another one: see `approvedCategory`. */
  category: pulumi.Input<Listed<TemplateCategory>>;
  /** WhatsApp's components. A media header's sample is a `4::…` handle or `{ file }`, relative to the project's root. */
  components?: pulumi.Input<pulumi.Input<TemplateComponent>[]>;
  /** `POSITIONAL` (default) or `NAMED`. */
  parameterFormat?: pulumi.Input<Listed<ParameterFormat>>;
  /** Such as `ORDER_STATUS` or `RICH_ORDER_STATUS`. */
  subCategory?: pulumi.Input<Listed<TemplateSubCategory>>;
  /** Seconds during which WhatsApp tries to deliver a message. */
  messageSendTtlSeconds?: pulumi.Input<number | string>;
  /** Disables click tracking of links. */
  ctaUrlLinkTrackingOptedOut?: pulumi.Input<boolean>;
  /** `ORDER_DETAILS` for templates that request a payment. */
  displayFormat?: pulumi.Input<string>;
  /** A template of WhatsApp's library, instead of `components`. */
  libraryTemplateName?: pulumi.Input<string>;
  /** Inputs of the library template's body. */
  libraryTemplateBodyInputs?: pulumi.Input<unknown>;
  /** URLs and phone numbers of the library template's buttons. */
  libraryTemplateButtonInputs?: pulumi.Input<unknown>;
  /** Further fields of WhatsApp's create call, with WhatsApp's own names. */
  fields?: pulumi.Input<Record<string, unknown>>;
  /** Meta app id, required to upload samples of media headers. */
  app?: pulumi.Input<string>;
  /** Whether to adopt a template that already exists in the account: if it is equal (`matching`, default), `always`, or `never`. */
  adopt?: pulumi.Input<AdoptPolicy>;
  /** What removing the resource does to the template in the account: `delete` (default) or `retain`. */
  onRemove?: pulumi.Input<OnRemoveTemplate>;
  /** Why content that breaks the current creation rules is accepted, such as: it already exists. */
  accepted?: pulumi.Input<string>;
}

/** @see {@link TemplateArgs} */
export class Template extends pulumi.CustomResource {
  /** WhatsApp's id of the template, a string of digits. */
  declare readonly templateId: pulumi.Output<string>;
  /** As declared. */
  declare readonly name: pulumi.Output<string>;
  /** The name in the account, which senders use. */
  readonly remoteName: pulumi.Output<string>;
  /** As declared. */
  declare readonly language: pulumi.Output<string>;
  /** As declared. */
  declare readonly category: pulumi.Output<string>;
  /** The category that WhatsApp assigned, as of the last read. */
  declare readonly approvedCategory: pulumi.Output<string>;
  /** PENDING, APPROVED, REJECTED, PAUSED, DISABLED … as of the last read. */
  declare readonly status: pulumi.Output<string>;
  /** Why WhatsApp rejected it, such as ABUSIVE_CONTENT or INVALID_FORMAT; undefined otherwise. */
  declare readonly rejectedReason: pulumi.Output<string | undefined>;
  /** GREEN, YELLOW or RED, as of the last read; undefined until WhatsApp has rated it. */
  declare readonly quality: pulumi.Output<string | undefined>;
  /** Dates of our edits in the last 30 days (RFC 3339), which count against WhatsApp's edit budget. Undefined if there are none. */
  declare readonly edits: pulumi.Output<string[] | undefined>;
  /** When the account was last looked at, by a write or a refresh (RFC 3339): the age of status, category and quality. */
  declare readonly asOf: pulumi.Output<string>;
  /** While the status is PENDING: since when, as far as known (RFC 3339). */
  declare readonly pendingSince: pulumi.Output<string | undefined>;
  /** Origin of the gateway that wrote the state. */
  declare readonly gateway: pulumi.Output<string>;
  /** The connection that wrote it, if none is declared. */
  declare readonly resolvedConnection: pulumi.Output<string | undefined>;
  /** Format of the stored state. */
  declare readonly stateVersion: pulumi.Output<number>;

  constructor(name: string, args: TemplateArgs, options?: pulumi.CustomResourceOptions) {
    const outputs = {
      templateId: undefined,
      approvedCategory: undefined,
      status: undefined,
      rejectedReason: undefined,
      quality: undefined,
      edits: undefined,
      asOf: undefined,
      pendingSince: undefined,
      gateway: undefined,
      resolvedConnection: undefined,
      stateVersion: undefined,
    };
    super(RESOURCE_TYPES.template, name, { ...outputs, ...args, __provider: TEMPLATE_HANDLER }, options);
    this.remoteName = this.name;
  }
}
