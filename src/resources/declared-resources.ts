import { chosenConnection } from "../model/connection.ts";
import { type DeclaredIdentity, formatDeclared, labelOfIdentity } from "../model/inventory.ts";
import type { TemplateComponent } from "../model/template/index.ts";
import { contentOfBody } from "../model/template/inputs.ts";
import { unchecked } from "../model/unchecked.ts";
import { contentDigest } from "../stack/index.ts";
import type { ConnectionDeclaration, ProfileDeclaration, Stack, TemplateDeclaration } from "../stack/types.ts";

/** What the resources of a stack share. `C`: a connection id, or a promise of one in a program. */
export interface SharedInputs<C> {
  stack: Stack;
  connection: C | undefined;
  /** The Pulumi stack's name, for the URNs of warnings, if the resources have those of a top-level MessagingStack. */
  scope: string | undefined;
}

/** Omits absent inputs: an input that is present and undefined counts as a change. */
function common<C>({ stack, connection, scope }: SharedInputs<C>) {
  return {
    ...scopeInput(scope),
    ...(connection === undefined ? {} : { connection }),
    ...(stack.account.app === undefined ? {} : { app: stack.account.app }),
  };
}

function scopeInput(scope: string | undefined): { __scope?: string } {
  return scope === undefined ? {} : { __scope: scope };
}

export function templateInputs<C>(template: TemplateDeclaration, shared: SharedInputs<C>) {
  return {
    ...contentOfBody(template.body),
    ...common(shared),
    waba: shared.stack.account.waba,
    adopt: template.adopt,
    onRemove: template.onRemove,
    ...(template.accepted === undefined ? {} : { accepted: template.accepted }),
  };
}

export function profileInputs<C>(profile: ProfileDeclaration, shared: SharedInputs<C>) {
  const { vertical, ...fields } = profile.fields;
  return {
    ...fields,
    ...(vertical === undefined ? {} : { vertical: unchecked(vertical) }),
    ...common(shared),
    phone: profile.phone,
    ...(profile.picture === undefined ? {} : { picture: { file: profile.picture } }),
    onRemove: profile.onRemove,
  };
}

export function connectionInputs(declared: ConnectionDeclaration) {
  return declared.id === undefined ? { app: declared.app } : { existing: declared.id };
}

/** The inputs of the Inventory, without what it reads from the state at the start of a run. */
export function inventoryInputs(stack: Stack, scope: string | undefined) {
  const chosen = chosenConnection(stack);
  const isDeclared = stack.connections.some(({ key }) => key === chosen);
  const declaresAnything = stack.templates.length + stack.profiles.length > 0;
  const usesDefault = chosen === undefined && stack.connections.length === 0 && declaresAnything;
  const identities = stack.templates.map(identityOf);
  return {
    // Short inputs first: the engine prints them with a failure.
    maxDeletes: stack.settings.maxDeletes,
    waba: stack.account.waba,
    templates: identities.length,
    ...(chosen === undefined || isDeclared ? {} : { connection: chosen }),
    ...(usesDefault ? { __default: true } : {}),
    ...scopeInput(scope),
    __declared: formatDeclared(identities),
    __profiles: stack.profiles.map(({ phone }) => phone).join("\n"),
    __connections: stack.connections.map(({ key }) => key).join("\n"),
  };
}

export function identityOf({ body, onRemove, protect }: TemplateDeclaration): DeclaredIdentity {
  return { name: body.name, language: body.language, digest: digestOf(body), retain: onRemove === "retain", protect };
}

interface Content {
  language: string;
  category: string;
  components?: TemplateComponent[] | undefined;
}

/** Digest of what a customer sees, which identifies a renamed template. A media file counts by its path. */
export function digestOf({ language, category, components = [] }: Content): string {
  return contentDigest({ name: "", language, category, components });
}

/** The name of a resource, and its names in older states. */
export interface Naming {
  name: string;
  aliases: { name: string }[];
}

/**
 * The logical name of a template is its identity in the account, so a renamed key in the stack file changes nothing. Older states
 * use the key: an alias matches them, unless another template of the file now has that name.
 */
export function namesOfTemplates(stack: Stack): Map<TemplateDeclaration, Naming> {
  const names = stack.templates.map((template) => labelOfIdentity(template.body));
  const taken = new Set(names);
  return new Map(
    stack.templates.map((template, index) => {
      const name = names[index] ?? template.logicalName;
      const former = template.logicalName;
      return [template, { name, aliases: taken.has(former) ? [] : [{ name: former }] }];
    }),
  );
}
